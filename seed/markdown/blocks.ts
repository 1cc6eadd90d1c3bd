import type { Blockquote, List, Paragraph, RootContent } from 'mdast';
import type { Tree } from '../tree.ts';
import { directive } from './directives.ts';
import { inline } from './inline.ts';
import { heading, type Item, lineBreak, list, paragraph, quote } from './lexical.ts';
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
        return list(Boolean(node.ordered), items(node, source));
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

function items(node: List, source: Source): Item[] {
  return node.children.map((item) => {
    const nested = item.children.filter((child) => child.type === 'list');
    const words = item.children.filter((child) => child.type === 'paragraph');
    const [inner] = nested;
    if (nested.length > 1 || nested.length + words.length !== item.children.length)
      throw source.mistake(item, 'An item of a list holds words and at most one inner list.');
    return { children: joined(words, source), ...(inner && { list: { ordered: Boolean(inner.ordered), items: items(inner, source) } }) };
  });
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
