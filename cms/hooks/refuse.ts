import { type PayloadRequest, ValidationError } from 'payload';
import type { Misfit } from '../fields/misfits.ts';
import { languageOf, type Said } from '../fields/said.ts';

/** Ends a save with 400 and, for each mistake, the field and what to do; the form shows each beside its field. */
export function refuse(req: PayloadRequest, mistakes: Misfit[], of: { collection: string } | { global: string }): never {
  const language = languageOf(req);
  const fields = 'collection' in of ? req.payload.collections[of.collection as 'articles']?.config.flattenedFields : undefined;
  const errors = mistakes.map(({ path, message }) => {
    const label = (fields?.find(({ name }) => name === path) as { label?: Partial<Said> } | undefined)?.label?.[language];
    return { path, message: message[language], ...(label && { label }) };
  });
  throw new ValidationError({ ...of, errors, req }, req.t);
}
