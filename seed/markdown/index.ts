import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Tree } from '../tree.ts';
import { blocks } from './blocks.ts';
import { root } from './lexical.ts';
import { sourceOf } from './source.ts';

const parser = unified().use(remarkParse).use(remarkDirective);

/**
 * A text in Markdown with the library's blocks as directives, in the editor's own format. Throws an error that names the line where something
 * stands that the library has no block for.
 */
export function richText(markdown: string): Tree {
  return root(blocks(parser.parse(markdown).children, sourceOf(markdown)));
}
