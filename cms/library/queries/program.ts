import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locales.ts';
import type { CrisisKind, Day, Instant, Library, Source } from '../types.ts';
import { remembered } from './remembered.ts';

export interface ProgramView {
  name: string;
  phone: string;
  email: string;
  zone: string;
  hours: string;
  tagline: string;
  afterHours: string;
}

export function program(library: Library, locale: Locale): ProgramView {
  const { name, phone, email, zone, text } = library.program;
  return { name, phone, email, zone, ...text[locale] };
}

export interface CrisisLineView {
  kind: CrisisKind;
  label: string;
  when: string;
  hours: string;
  textHow: string;
  call: string;
  textTo: string;
  tty: string;
  chatUrl: string;
  languages: Locale[];
  source: Source;
  verifiedOn: Day;
}

/** Crisis lines never fall back: each has its words in both languages. */
export function crisisLines(library: Library, locale: Locale): CrisisLineView[] {
  return library.program.crisisLines.map(({ text, ...line }) => ({ ...line, ...text[locale] }));
}

/** The site-wide notice with its end, which the page itself says, since the page may be read long after it was printed. */
export function notice(library: Library, locale: Locale): { text: string; until: Instant } | undefined {
  const { notice: current } = library.program;
  return current && current.until > library.asOf ? { text: current.text[locale], until: current.until } : undefined;
}

/** The calendar day in a zone: the only clock that a page may read. */
export function today(library: Library, zone: string): Day {
  return remembered(library, `today ${zone}`, () => dayIn(zone, library.asOf));
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: Instant): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The day where the program is. */
export function programDay(library: Library): Day {
  return remembered(library, 'programDay', () => today(library, library.program.zone));
}
