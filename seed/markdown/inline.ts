import type { PhrasingContent } from 'mdast';
import { isPublicCollection } from '../../cms/library/sections.ts';
import { collectionOf, documentAt, type Tree } from '../tree.ts';
import { lineBreak, link, type Mark, text } from './lexical.ts';
import { type Source, said } from './source.ts';

/** Words with their bold, italic and links. */
export function inline(nodes: readonly PhrasingContent[], source: Source, marks: readonly Mark[] = []): Tree[] {
  return nodes.flatMap((node): Tree[] => {
    switch (node.type) {
      case 'text':
        return [text(node.value.replaceAll(/\s*\n\s*/g, ' '), marks)];
      case 'strong':
        return inline(node.children, source, [...marks, 'bold']);
      case 'emphasis':
        return inline(node.children, source, [...marks, 'italic']);
      case 'break':
        return [lineBreak];
      case 'link':
        return [link(target(node.url, source), inline(node.children, source, marks))];
      // Prose such as 'either:or' reads as a directive to the parser; in a sentence there are none.
      case 'textDirective':
        return [text(said(node, source), marks)];
      default:
        throw source.mistake(node, `"${said(node, source)}" cannot stand in a sentence. Use words, **bold**, *italic* and [links](collection/key).`);
    }
  });
}

function target(url: string, source: Source): { document: Tree } | { url: string } {
  if (/^https:\/\//.test(url)) return { url };
  if (/^[a-z]+\/[a-z0-9-]+$/.test(url) && isPublicCollection(collectionOf(url))) return { document: documentAt(url) };
  throw source.mistake(undefined, `A link leads to "${url}". Write the key of a document (articles/key) or an address that starts with https://.`);
}
