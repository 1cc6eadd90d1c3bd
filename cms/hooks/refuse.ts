import { type FlattenedField, type PayloadRequest, ValidationError } from 'payload';
import type { Misfit } from '../fields/misfits.ts';
import { languageOf, type Said } from '../fields/said.ts';

/** Ends a save with 400 and, for each mistake, the field and what to do; the form shows each beside its field. */
export function refuse(req: PayloadRequest, mistakes: Misfit[], of: { collection: string } | { global: string }): never {
  const language = languageOf(req);
  const errors = mistakes.map(({ path, message }) => {
    const label = labelOf(req, of, path)?.[language];
    return { path, message: message[language], ...(label && { label }) };
  });
  throw new ValidationError({ ...of, errors, req }, req.t);
}

/** A field as its form names it; of a list in settings, the list and the number of the row. */
function labelOf({ payload }: PayloadRequest, of: { collection: string } | { global: string }, path: string): Partial<Said> | undefined {
  if ('collection' in of) return labelled(payload.collections[of.collection as 'articles']?.config.flattenedFields, path);
  const [name = '', row] = path.split('.');
  const list = labelled(payload.globals.config.find(({ slug }) => slug === of.global)?.flattenedFields, name);
  const number = row !== undefined && /^\d+$/.test(row) ? ` ${Number(row) + 1}` : '';
  return list && { en: `${list.en}${number}`, es: `${list.es}${number}` };
}

function labelled(fields: FlattenedField[] | undefined, path: string): Partial<Said> | undefined {
  return (fields?.find(({ name }) => name === path) as { label?: Partial<Said> } | undefined)?.label;
}
