import { locales } from '../../library/locales.ts';
import { type Occurrence, occurrences } from '../../library/occurrences.ts';
import { documentFrom, ParseProblem } from '../../library/parse/index.ts';
import { ask, type Desk, type Item, itemOf, type Row } from './desk.ts';

export interface NextDate extends Item {
  occurrence: Occurrence;
}

const shown = 6;

/** The next dates of all published workshops, cancelled ones among them: staff see what families see. */
export async function nextDates(desk: Desk, untitled: string): Promise<NextDate[]> {
  const rows = await ask(desk, 'workshops', { where: { or: locales.map((locale) => ({ [`_status.${locale}`]: { equals: 'published' } })) } });
  return rows
    .flatMap((row) => datesOf(row, desk.today).map((occurrence) => ({ ...itemOf(desk, 'workshops', row, untitled), occurrence })))
    .sort((a, b) => Date.parse(a.occurrence.start) - Date.parse(b.occurrence.start))
    .slice(0, shown);
}

function datesOf(row: Row, today: string): Occurrence[] {
  try {
    return occurrences(documentFrom('workshops', row), { from: today, count: shown, closures: [] });
  } catch (error) {
    // The publication of such a workshop says what is wrong with it.
    if (error instanceof ParseProblem) return [];
    throw error;
  }
}
