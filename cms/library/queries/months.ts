import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locales.ts';
import type { Day, Library } from '../types.ts';
import { programDay } from './program.ts';
import { upcomingWorkshops, type WorkshopLine } from './workshopLists.ts';

/** The dates of one month that are still to come, in order. */
export interface MonthView {
  /** Its first day. */
  month: Day;
  lines: (Omit<WorkshopLine, 'dates' | 'topics' | 'audience'> & { date: WorkshopLine['dates'][number] })[];
}

/** This month and the next one, on the program's own day. */
export function months(library: Library, locale: Locale): MonthView[] {
  const first = Temporal.PlainDate.from(programDay(library)).with({ day: 1 });
  const all = upcomingWorkshops(library, locale)
    .flatMap(({ dates, topics: _topics, audience: _audience, ...line }) => dates.map((date) => ({ ...line, date })))
    .sort((a, b) => Date.parse(a.date.start) - Date.parse(b.date.start));
  return [first, first.add({ months: 1 })].map((month) => ({
    month: month.toString(),
    lines: all.filter(({ date }) => date.day.slice(0, 7) === month.toString().slice(0, 7)),
  }));
}
