import { BlockquoteFeature, BlocksFeature, HeadingFeature, lexicalEditor } from '@payloadcms/richtext-lexical';
import { callout } from './blocks/callout.ts';
import { faqGroup, materialNote, picture, termNote } from './blocks/references.ts';
import { steps } from './blocks/steps.ts';
import { video } from './blocks/video.ts';
import { whatYouCanSay } from './blocks/whatYouCanSay.ts';
import { inlineFeatures } from './features.ts';

/** The editor of a whole text. Each block has a component of the same name in site/rich-text. */
export const editor = lexicalEditor({
  features: [
    ...inlineFeatures,
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BlockquoteFeature(),
    BlocksFeature({ blocks: [callout, whatYouCanSay, steps, termNote, faqGroup, materialNote, video, picture] }),
  ],
});
