import { type Asker, languageOf, type Said } from './said.ts';

interface Asked {
  required?: boolean;
  siblingData?: unknown;
  req?: Asker;
}

/** What is wrong with a value, in both languages; nothing when it may stand. */
export type Check = (value: unknown, asked: Asked) => Said | undefined;

/** A field's `validate`: whoever saves reads, in the language of their admin, what is wrong. */
export const checked =
  (check: Check) =>
  (value: unknown, asked: Asked): string | true =>
    check(value, asked)?.[languageOf(asked.req)] ?? true;

/** For a field of text: an empty one is asked for where it is required, and any other one is checked. */
export const filled =
  (missing: Said, check: Check): Check =>
  (value, asked) =>
    value === undefined || value === null || value === '' ? (asked.required ? missing : undefined) : check(value, asked);
