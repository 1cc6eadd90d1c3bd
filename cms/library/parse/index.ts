import type { PublicCollection } from '../sections.ts';
import type { Documents } from '../types.ts';
import { type Beside, nothingBeside, parsers } from './documents.ts';
import { Fields } from './fields.ts';
import type { Take } from './published.ts';

export { addressFrom, calendarFrom, fileFrom, mediaFrom, personFrom, placeFrom, reviewFrom } from './besides.ts';
export type { Beside } from './documents.ts';
export { Fields, ParseProblem } from './fields.ts';
export { programFrom, searchSettingsFrom } from './globals.ts';
export { publishedLocales, type Take } from './published.ts';
export { richTextFrom } from './richText.ts';

/**
 * A document of the library from a document as Payload gives it with `locale: 'all'` and `depth: 0`. It keeps the languages that
 * are public, or those that `take` names, for the hash of a draft. Files come from `beside`; without them a document has none.
 *
 * Throws `ParseProblem`, which names the field, where the document cannot be shown.
 */
export function documentFrom<C extends PublicCollection>(
  collection: C,
  payloadDocument: unknown,
  { take = 'published', beside = nothingBeside }: { take?: Take; beside?: Beside } = {},
): Documents[C] {
  return parsers[collection](new Fields(payloadDocument), take, beside);
}
