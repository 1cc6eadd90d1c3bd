import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locales.ts';
import type { Day, Library } from '../types.ts';
import { programDay } from './program.ts';
import { remembered } from './remembered.ts';

/** Days on which the program is closed, first and last included. A single day begins and ends on the same. */
export interface ClosureView {
  from: Day;
  to: Day;
  /** Such as the name of the holiday; may be empty. */
  reason: string;
}

/** The closures that are not over yet on the program's own day, by their first day; with `within`, only those that begin in at most so many days. */
export function closures(library: Library, locale: Locale, within?: number): ClosureView[] {
  const coming = remembered(library, `closures ${locale}`, () => comingClosures(library, locale));
  if (within === undefined) return coming;
  const last = Temporal.PlainDate.from(programDay(library)).add({ days: within }).toString();
  return coming.filter(({ from }) => from <= last);
}

function comingClosures(library: Library, locale: Locale): ClosureView[] {
  const now = programDay(library);
  return library.program.closures
    .filter(({ to }) => to >= now)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map(({ from, to, reason }) => ({ from, to, reason: reason[locale] }));
}
