import type { Blockquote, List, Paragraph, RootContent } from 'mdast';
import type { Tree } from '../tree.ts';
import { directive } from './directives.ts';
import { inline } from './inline.ts';
import { heading, type Item, type ListKind, lineBreak, list, paragraph, quote } from './lexical.ts';
import { type Source, said } from './source.ts';

/** Paragraphs, headings, lists, quotes and the library's own blocks. */
export function blocks(nodes: readonly RootContent[], source: Source): Tree[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'paragraph':
        return paragraph(inline(node.children, source));
      case 'heading':
        if (node.depth < 2 || node.depth > 4) throw source.mistake(node, 'Headings start at ## and end at ####: the title of the page is its first heading.');
        return heading(node.depth, inline(node.children, source));
      case 'list':
        return list(kindOf(node, source), items(node, source));
      case 'blockquote':
        return quote(joined(paragraphsOf(node, source), source));
      case 'containerDirective':
      case 'leafDirective':
        return directive(node, source);
      default:
        throw source.mistake(node, `"${said(node, source).slice(0, 60)}" is not something that a text may hold.`);
    }
  });
}

/** An unordered list whose items start with "[ ]" has boxes to check. */
function kindOf(node: List, source: Source): ListKind {
  if (node.ordered) return 'number';
  const boxed = node.children.filter((item) => box.test(said(item, source).replace(/^[-*+]\s+/, ''))).length;
  if (boxed > 0 && boxed < node.children.length) throw source.mistake(node, 'Either every item of a list has a box, or none.');
  return boxed > 0 ? 'check' : 'bullet';
}

const box = /^\[ \]\s+/;

function items(node: List, source: Source): Item[] {
  return node.children.map((item) => {
    const nested = item.children.filter((child) => child.type === 'list');
    const words = item.children.filter((child) => child.type === 'paragraph');
    const [inner] = nested;
    if (nested.length > 1 || nested.length + words.length !== item.children.length)
      throw source.mistake(item, 'An item of a list holds words and at most one inner list.');
    return { children: withoutBox(joined(words, source)), ...(inner && { list: { kind: kindOf(inner, source), items: items(inner, source) } }) };
  });
}

function withoutBox([first, ...rest]: Tree[]): Tree[] {
  if (!first) return [];
  const words = (first as { text?: Tree }).text;
  return typeof words === 'string' ? [{ ...(first as object), text: words.replace(box, '') }, ...rest] : [first, ...rest];
}

function paragraphsOf(node: Blockquote, source: Source): Paragraph[] {
  return node.children.map((child) => {
    if (child.type !== 'paragraph') throw source.mistake(child, 'A quote holds words only.');
    return child;
  });
}

function joined(paragraphs: readonly Paragraph[], source: Source): Tree[] {
  return paragraphs.flatMap((item, index) => [...(index > 0 ? [lineBreak] : []), ...inline(item.children, source)]);
}
