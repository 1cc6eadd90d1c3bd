import { type PayloadRequest, ValidationError } from 'payload';
import type { Misfit } from '../fields/misfits.ts';
import { languageOf } from '../fields/said.ts';

/** Ends a save with 400 and, for each mistake, the field and what to do; the form shows each beside its field. */
export function refuse(req: PayloadRequest, mistakes: Misfit[], of: { collection: string } | { global: string }): never {
  const errors = mistakes.map(({ path, message }) => ({ path, message: message[languageOf(req)] }));
  throw new ValidationError({ ...of, errors, req }, req.t);
}
