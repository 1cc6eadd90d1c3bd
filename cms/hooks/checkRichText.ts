import type { CollectionBeforeChangeHook } from 'payload';
import type { Said } from '../fields/said.ts';
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
      const { label } = field as { label?: Said };
      const message = { en: error.in('en', nameOf(error, field.name, label?.en)), es: error.in('es', nameOf(error, field.name, label?.es)) };
      refuse(req, [{ path: field.name, message }], { collection: collection.slug });
    }
  }
  return data;
};

/** Where in the text, under the name that the form gives the field. */
function nameOf({ field }: ParseProblem, name: string, label = name): string {
  return label + field.slice(name.length);
}
