import { BlockquoteFeature, BlocksFeature, ChecklistFeature, HeadingFeature, lexicalEditor } from '@payloadcms/richtext-lexical';
import { callout } from './blocks/callout.ts';
import { card, crisisNumbers, table, weekPlanner, writingLines } from './blocks/onPaper.ts';
import { faqGroup, materialNote, picture, termNote } from './blocks/references.ts';
import { steps } from './blocks/steps.ts';
import { video } from './blocks/video.ts';
import { whatYouCanSay } from './blocks/whatYouCanSay.ts';
import { inlineFeatures } from './features.ts';

const blocks = [callout, whatYouCanSay, steps, termNote, faqGroup, materialNote, video, picture];

const around = [...inlineFeatures, HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }), BlockquoteFeature()];

/** The editor of a whole text. Each block has a component of the same name in site/rich-text. */
export const editor = lexicalEditor({ features: [...around, BlocksFeature({ blocks })] });

/** The editor of a sheet to print: also boxes to check, and what is filled in or cut out by hand. */
export const sheetEditor = lexicalEditor({
  features: [...around, ChecklistFeature(), BlocksFeature({ blocks: [...blocks, writingLines, weekPlanner, table, card, crisisNumbers] })],
});
