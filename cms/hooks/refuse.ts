import { type PayloadRequest, ValidationError } from 'payload';
import type { Misfit } from '../fields/misfits.ts';

/** Ends a save with 400 and, for each mistake, the field and what to do; the form shows each beside its field. */
export function refuse(req: PayloadRequest, mistakes: Misfit[], of: { collection: string } | { global: string }): never {
  throw new ValidationError({ ...of, errors: mistakes.map(({ path, message }) => ({ path, message })), req }, req.t);
}
