import type { CollectionBeforeChangeHook } from 'payload';
import { ParseProblem } from '../library/parse/fields.ts';
import { richTextFrom } from '../library/parse/richText.ts';
import { refuse } from './refuse.ts';

/** Publishes no text that the site could not print: a part that it has no form for, or a link that is neither to a document nor https. */
export const checkRichText: CollectionBeforeChangeHook = ({ collection, data, req }) => {
  if (data._status !== 'published') return data;
  for (const field of collection.flattenedFields.filter(({ type }) => type === 'richText')) {
    try {
      richTextFrom(data[field.name], field.name);
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
      refuse(req, [{ path: field.name, message: error.message }], { collection: collection.slug });
    }
  }
  return data;
};
