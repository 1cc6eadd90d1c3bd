import type { Block } from '../../cms/library/richText.ts';

export type HeadingLevel = 2 | 3 | 4 | 5;

/**
 * The level at which each block's own title stands: a heading never skips one below the heading before it, whatever the editor chose, and a block's title
 * stands one below the heading that it follows.
 */
export function withLevels(blocks: readonly Block[], under: HeadingLevel | 1): { block: Block; level: HeadingLevel }[] {
  let current: HeadingLevel | 1 = under;
  return blocks.map((block) => {
    if (block.type !== 'heading') return { block, level: below(current) };
    const level = Math.max(below(under), Math.min(block.level + under - 1, below(current))) as HeadingLevel;
    current = level;
    return { block, level };
  });
}

export function below(level: HeadingLevel | 1): HeadingLevel {
  return Math.min(5, level + 1) as HeadingLevel;
}
