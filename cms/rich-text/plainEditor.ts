import { lexicalEditor } from '@payloadcms/richtext-lexical';
import { inlineFeatures } from './features.ts';

/** Text inside a block: paragraphs, lists and links, no headings and no further blocks. */
export const plainEditor = lexicalEditor({ features: inlineFeatures });
