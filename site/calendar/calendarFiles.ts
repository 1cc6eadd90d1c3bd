import { locales } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import type { LibraryReader } from '../../cms/library/queries/index.ts';
import { comingDays } from '../../cms/library/queries/workshopDates.ts';
import type { Library } from '../../cms/library/types.ts';
import { calendar } from './calendar.ts';
import { datesInSight } from './datesInSight.ts';

/** One calendar file of the site. */
export interface CalendarFile {
  path: string;
  text(reader: LibraryReader): string;
}

/**
 * The calendars of all workshops, of each, and of each of its next dates, in every language, with neutral titles and with their own. What is archived keeps
 * its calendar, so that those who subscribed to it learn of its end.
 */
export function* calendarFiles(library: Library, origin: string): Generator<CalendarFile> {
  for (const locale of locales) {
    for (const named of [false, true]) {
      const voice = (reader: LibraryReader) => ({ locale, named, origin, phone: reader.ask('program', locale).phone });
      yield { path: paths.calendar(locale, { named }), text: (reader) => calendar(reader.ask('calendars', locale), voice(reader)) };
      for (const { id, code } of library.documents.workshops.values()) {
        if (!code) continue;
        const text = (reader: LibraryReader) => calendar([reader.ask('workshopCalendar', locale, id) ?? []].flat(), voice(reader));
        yield { path: paths.calendar(locale, { code, named }), text };
      }
    }
    for (const workshop of library.documents.workshops.values()) {
      const { id, code } = workshop;
      for (const { key } of code ? comingDays(library, workshop).slice(0, datesInSight) : []) {
        const text = (reader: LibraryReader) =>
          calendar([reader.ask('dateCalendar', locale, id, key) ?? []].flat(), { locale, named: false, origin, phone: reader.ask('program', locale).phone });
        yield { path: paths.calendar(locale, { code, day: key }), text };
      }
    }
  }
}
