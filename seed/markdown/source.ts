import type { Node } from 'mdast';

/** The text that is being read, for its own words and for errors that say where to look. */
export interface Source {
  markdown: string;
  mistake(node: Node | undefined, message: string): Error;
}

export function sourceOf(markdown: string): Source {
  return {
    markdown,
    mistake: (node, message) => new Error(node?.position ? `line ${node.position.start.line} of the text: ${message}` : message),
  };
}

/** What stands in the file for a node, letter by letter. */
export function said(node: Node, source: Source): string {
  return source.markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
