import type { Block } from '../../cms/library/richText.ts';

/** The block that a component of its name draws. */
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
