import { locales } from '../../library/locales.ts';
import { type Occurrence, occurrences } from '../../library/occurrences.ts';
import { documentFrom, Fields, ParseProblem, programFrom } from '../../library/parse/index.ts';
import type { Day, Program } from '../../library/types.ts';
import { ask, type Desk, type Item, itemOf, type Row } from './desk.ts';

export interface NextDate extends Item {
  occurrence: Occurrence;
}

const shown = 6;

/** The next dates of all published workshops, those among them that are cancelled or on which the program is closed: staff see what families see. */
export async function nextDates(desk: Desk, untitled: string): Promise<NextDate[]> {
  const rows = await ask(desk, 'workshops', { where: { or: locales.map((locale) => ({ [`_status.${locale}`]: { equals: 'published' } })) } });
  const closures = await closuresOf(desk);
  return rows
    .flatMap((row) => datesOf(row, desk.today, closures).map((occurrence) => ({ ...itemOf(desk, 'workshops', row, untitled), occurrence })))
    .sort((a, b) => Date.parse(a.occurrence.start) - Date.parse(b.occurrence.start))
    .slice(0, shown);
}

async function closuresOf({ payload, user }: Desk): Promise<Program['closures']> {
  const program = await payload.findGlobal({ slug: 'program', locale: 'all', depth: 0, user, overrideAccess: false });
  return unlessUnreadable(() => programFrom(new Fields(program as unknown as Row)).closures);
}

function datesOf(row: Row, today: Day, closures: Program['closures']): Occurrence[] {
  return unlessUnreadable(() => occurrences(documentFrom('workshops', row), { from: today, count: shown, closures }));
}

/** What cannot be read is left out: its publication says what is wrong with it. */
function unlessUnreadable<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof ParseProblem) return [];
    throw error;
  }
}
