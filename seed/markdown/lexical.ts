import type { Tree } from '../tree.ts';

type Node = { [key: string]: Tree };

/** The nodes of the editor's format (Lexical), exactly as Payload stores them, so that a seeded text opens in the editor as one written there. */
const element = { direction: null, format: '', indent: 0, version: 1 };
const formats = { bold: 1, italic: 2 };

export type Mark = keyof typeof formats;

export function root(children: Tree[]): Node {
  return { root: { ...element, type: 'root', children } };
}

export function text(words: string, marks: readonly Mark[] = []): Node {
  return { type: 'text', version: 1, detail: 0, format: marks.reduce((bits, mark) => bits | formats[mark], 0), mode: 'normal', style: '', text: words };
}

export const lineBreak: Node = { type: 'linebreak', version: 1 };

export function paragraph(children: Tree[]): Node {
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children };
}

export function heading(level: number, children: Tree[]): Node {
  return { ...element, type: 'heading', tag: `h${level}`, children };
}

export function quote(children: Tree[]): Node {
  return { ...element, type: 'quote', children };
}

export interface Item {
  children: Tree[];
  list?: { kind: ListKind; items: Item[] };
}

export type ListKind = 'number' | 'bullet' | 'check';

/** The editor keeps a list inside an item as an item of its own that holds only that list. */
export function list(kind: ListKind, items: Item[], indent = 0): Node {
  let value = 0;
  const children = items.flatMap((item) => {
    value += 1;
    const own: Node = { ...element, type: 'listitem', indent, value, ...(kind === 'check' ? { checked: false } : {}), children: item.children };
    if (!item.list) return [own];
    value += 1;
    return [own, { ...element, type: 'listitem', indent, value, children: [list(item.list.kind, item.list.items, indent + 1)] }];
  });
  return { ...element, type: 'list', listType: kind, tag: kind === 'number' ? 'ol' : 'ul', start: 1, children };
}

export function link(to: { document: Tree } | { url: string }, children: Tree[]): Node {
  const fields: Node = 'url' in to ? { linkType: 'custom', newTab: false, url: to.url } : { linkType: 'internal', newTab: false, doc: to.document };
  return { ...element, version: 3, type: 'link', fields, children };
}

export function block(blockType: string, fields: Node): Node {
  return { type: 'block', version: 2, format: '', fields: { blockType, blockName: '', ...fields } };
}
