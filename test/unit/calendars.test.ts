import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { occurrences } from '../../cms/library/occurrences.ts';
import { readerOf } from '../../cms/library/queries/index.ts';
import { scheduledDays } from '../../cms/library/recurrence.ts';
import type { Library, ScheduleException, Workshop } from '../../cms/library/types.ts';
import { calendarFiles } from '../../site/calendar/calendarFiles.ts';
import { text } from '../../site/calendar/contentLine.ts';
import { timeZone } from '../../site/calendar/timeZone.ts';
import { datesByPython, hasIcalendar } from '../support/calendars/python.ts';
import { datesOf, eventsOf, type ReadDate, readStrictly, valueIn } from '../support/calendars/strictReader.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';
import { generated } from '../support/schedules/generated.ts';

const origin = 'https://family.example.org';
const fixture = fixtureLibrary();

function filesOf(library: Library): Map<string, string> {
  const reader = readerOf(library);
  return new Map([...calendarFiles(library, origin)].map(({ path, text: textOf }) => [path, textOf(reader)]));
}

function withWorkshops(workshops: readonly Workshop[], change: Partial<Library> = {}): Library {
  return { ...fixture, ...change, documents: { ...fixture.documents, workshops: new Map(workshops.map((one) => [one.id, one])) } };
}

const family = fixture.documents.workshops.get('w2')!;
const eventOn = (file: string, day: string) => eventsOf(readStrictly(file)).find(({ lines }) => valueIn(lines, 'RECURRENCE-ID').startsWith(day));
const unsaid = { facilitators: [], materials: [], reason: {}, note: {} };

describe('calendars', () => {
  const files = filesOf(fixture);

  test('are of all workshops, of each, and of each of its next dates, in both languages', () => {
    const paths = [...files.keys()].filter((path) => !path.includes('vwxz') && !path.startsWith('/es/'));
    expect(paths).toEqual(
      [
        '/en/workshops/calendar.ics',
        '/en/workshops/rstvwx.ics',
        '/en/workshops/calendar-with-title.ics',
        '/en/workshops/rstvwx-with-title.ics',
        ...['11-24', '12-01', '12-08', '12-15'].map((day) => `/en/workshops/rstvwx-2026-${day}.ics`),
      ].sort((a, b) => paths.indexOf(a) - paths.indexOf(b)),
    );
    expect(files.get('/es/talleres/calendario.ics')).toContain('SUMMARY:Clase para familias\r\n');
  });

  test('are strictly RFC 5545', () => {
    for (const file of files.values()) readStrictly(file);
  });

  test('say nothing of what a workshop is about, unless its title is chosen', () => {
    const telling = /Family evening|Noche familiar|Mill Street Center|family-evening/;
    const said = [...files].map(([path, file]) => [path, file.replaceAll('\r\n ', '')] as const);
    expect(said.filter(([path, file]) => !/title|titulo/.test(path) && telling.test(file))).toEqual([]);
    expect(said.filter(([path, file]) => /stvwxz-(with|con)/.test(path) && telling.test(file))).toHaveLength(2);
  });

  test('keep a cancelled date, and say so in its title too', () => {
    const cancelled = eventOn(files.get('/en/workshops/stvwxz.ics')!, '20261126')!;
    expect(valueIn(cancelled.lines, 'STATUS')).toBe('CANCELLED');
    expect(valueIn(cancelled.lines, 'SUMMARY')).toBe('Cancelled: Family class');
  });

  test('know a date that moved by when it was to be, and a series by the same name after each change', () => {
    const moved: ScheduleException = { ...unsaid, day: '2026-12-03', status: 'moved', toDay: '2026-12-04', start: '17:00', minutes: 60 };
    const changed = { ...family, sequence: 3, updatedAt: '2026-11-23T14:00:00.000Z', exceptions: [...family.exceptions, moved] };
    const file = filesOf(withWorkshops([changed])).get('/en/workshops/stvwxz.ics')!;
    const { lines } = eventOn(file, '20261203')!;
    expect(['DTSTART', 'DTEND', 'SEQUENCE', 'LAST-MODIFIED', 'STATUS'].map((name) => valueIn(lines, name))).toEqual([
      '20261204T170000',
      '20261204T230000Z',
      '3',
      '20261123T140000Z',
      'CONFIRMED',
    ]);
    const uids = (of: string) => new Set(eventsOf(readStrictly(of)).map((event) => valueIn(event.lines, 'UID')));
    expect(uids(file)).toEqual(uids(files.get('/en/workshops/stvwxz.ics')!));
  });

  test('take a date out of the rule where a single date stands in its place', () => {
    const single = { ...family.segments[0]!, from: '2026-12-10', start: '10:00', repeat: { every: 'once' as const } };
    const file = filesOf(withWorkshops([{ ...family, segments: [...family.segments, single] }])).get('/en/workshops/stvwxz.ics')!;
    expect(file).toContain('EXDATE;TZID=America/New_York:20261210T180000\r\n');
    expect(file).toContain('DTSTART;TZID=America/New_York:20261210T100000\r\n');
  });

  test('escape text, leave control characters out, and fold between characters', () => {
    expect(text('a;b,c\\d\r\ne\u0007')).toBe('a\\;b\\,c\\\\d\\ne');
    const long = { ...family, text: { ...family.text, en: { ...family.text.en!, title: 'Niños, niñas; «señales» 👪 '.repeat(9) } } };
    const { lines } = eventsOf(readStrictly(filesOf(withWorkshops([long])).get('/en/workshops/stvwxz-with-title.ics')!))[0]!;
    expect(valueIn(lines, 'SUMMARY').replaceAll('\\', '')).toBe(long.text.en.title);
  });
});

/** Schedules that nobody thought of, with dates that are cancelled, moved or closed. */
const schedules = Array.from({ length: 150 }, (_, seed): Workshop => {
  const { segments } = generated(seed);
  const days = [];
  for (const { day } of scheduledDays(segments)) if (days.push(day) >= 12) break;
  const exceptions = days.flatMap((day, index): ScheduleException[] => {
    if (index % 4 === 1) return [{ ...unsaid, day, status: 'cancelled' }];
    if (index % 4 === 2) return [{ ...unsaid, day, status: 'moved', toDay: Temporal.PlainDate.from(day).add({ days: 1 }).toString(), start: '11:20' }];
    return [];
  });
  return { ...family, id: `g${seed}`, code: `g${seed}`, uid: `workshop-g${seed}`, sessions: [], segments, exceptions };
});
const [from, until] = ['2020-01-01T00:00:00Z', '2032-01-01T00:00:00Z'];
const closures = [{ from: '2026-07-01', to: '2026-07-31', reason: { en: 'Summer', es: 'Verano' } }];

/** What the pages say, by the library's own way to dates. */
function datesOnPages(workshop: Workshop): ReadDate[] {
  const utc = (moment: string) => Temporal.Instant.from(moment).toString();
  return occurrences(workshop, { from: '2019-12-01', until: '2032-02-01', closures })
    .filter(({ cancelled }) => !cancelled)
    .map(({ start, end }): ReadDate => [utc(start), utc(end)])
    .filter(([start]) => start >= from && start <= until);
}

describe('the dates of 150 made-up schedules', () => {
  const made = filesOf(withWorkshops(schedules, { program: { ...fixture.program, closures } }));
  const file = (workshop: Workshop) => made.get(`/en/workshops/${workshop.code}.ics`)!;

  test('are the same to the second in a calendar, as rrule-temporal reads it, and on the page', () => {
    for (const workshop of schedules)
      expect(datesOf(readStrictly(file(workshop)), from, until), JSON.stringify(workshop.segments)).toEqual(datesOnPages(workshop));
  });

  if (!hasIcalendar) console.log('Left out: the comparison of calendars with Python’s icalendar and recurring-ical-events, which this machine has not.');
  else
    test('and as icalendar and recurring-ical-events read it', () => {
      // They take zones from the time zone data of their own, which may be older than ours where a country has just changed its clocks.
      const settled = schedules.filter(({ segments }) => segments.every(({ zone }) => zone !== 'Africa/Casablanca'));
      const read = datesByPython(settled.map(file), from, until);
      for (const [index, workshop] of settled.entries()) expect(read[index], JSON.stringify(workshop.segments)).toEqual(datesOnPages(workshop));
    });
});

describe('a time zone', () => {
  test.each([
    'America/New_York',
    'America/Santiago',
    'Europe/London',
    'Europe/Dublin',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kolkata',
    'America/Sao_Paulo',
  ])('%s has at noon the offset that it really has, in summer and in winter', (zone) => {
    const changes = observancesOf(timeZone(zone, 2018));
    for (let at = Temporal.ZonedDateTime.from(`2018-01-02T12:00[${zone}]`); at.year < 2045; at = at.add({ days: 5 })) {
      const wall = at.toPlainDateTime().toString();
      expect(changes.findLast((change) => change.wall <= wall)?.offset, wall).toBe(at.offset.replace(':', ''));
    }
  });
});

/** Every change that a VTIMEZONE names up to 2046, by its wall time. */
function observancesOf(component: string): { wall: string; offset: string }[] {
  const blocks = [...component.matchAll(/BEGIN:(?:STANDARD|DAYLIGHT)\r\n(.*?)END:/gs)].map(
    ([, block = '']) =>
      new Map(
        block
          .trim()
          .split('\r\n')
          .map((line) => line.split(/:(.*)/s) as [string, string]),
      ),
  );
  return blocks
    .flatMap((block) => {
      const first = Temporal.PlainDateTime.from(block.get('DTSTART')!);
      const [, month, nth, weekday] = block.get('RRULE')?.match(/BYMONTH=(\d+);BYDAY=(-?\d)(\w\w)$/) ?? [];
      const years = month ? Array.from({ length: 2046 - first.year }, (_, index) => first.year + index) : [first.year];
      return years.map((year) => ({
        wall: (month ? nthWeekday(first, year, Number(month), Number(nth), weekday!) : first).toString(),
        offset: block.get('TZOFFSETTO')!,
      }));
    })
    .sort((a, b) => (a.wall < b.wall ? -1 : 1));
}

function nthWeekday(first: Temporal.PlainDateTime, year: number, month: number, nth: number, weekday: string): Temporal.PlainDateTime {
  const start = first.with({ year, month, day: 1 });
  const days = Array.from({ length: start.daysInMonth }, (_, day) => start.with({ day: day + 1 })).filter(
    ({ dayOfWeek }) => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][dayOfWeek - 1] === weekday,
  );
  return days.at(nth > 0 ? nth - 1 : nth)!;
}
