import { Temporal } from 'temporal-polyfill';
import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import { type Occurrence, occurrences, sequenceOf } from '../occurrences.ts';
import { paths } from '../paths.ts';
import { scheduledDays } from '../recurrence.ts';
import type { Day, Id, Instant, Library, Segment, Workshop, WorkshopFormat } from '../types.ts';
import { today } from './program.ts';
import { remembered } from './remembered.ts';
import { comingDays, type DateView, dateView } from './workshopDates.ts';

/** Date and time on the wall of a zone: 2026-11-24T18:30:00 */
type WallTime = string;

/** What a calendar gets as one VEVENT: a series, a date of it that differs, or a single date. */
export interface CalendarEntry extends Pick<DateView, 'cancelled' | 'reason' | 'note' | 'topic'> {
  uid: string;
  zone: string;
  start: WallTime;
  /** How long each date of a rule lasts. */
  minutes: number;
  /** When a date ends that is said by itself. */
  end?: Instant;
  /** An RRULE without its end, and the start of its last date, where it has one. */
  rule?: string;
  until?: Instant;
  /** Dates that the rule has and the series has not. */
  except: WallTime[];
  /** Which date of the rule this one stands for. */
  insteadOf?: WallTime;
  /** It differs from the rule in its topic alone. */
  onlyTopic?: boolean;
  place?: { name: string; room: string; address: string };
}

/** A workshop for readers' calendars. */
export interface CalendarView {
  /** Its short address, which says nothing of what it is about. */
  path: string;
  title: string;
  howToJoin: string;
  format: WorkshopFormat;
  sequence: number;
  changed: Instant;
  entries: CalendarEntry[];
}

/** All dates of a workshop; undefined where it has none to show. */
export function workshopCalendar(library: Library, locale: Locale, id: Id): CalendarView | undefined {
  return remembered(library, `workshopCalendar ${locale} ${id}`, () => calendarOf(library, locale, id, (workshop) => entriesOf(library, locale, workshop)));
}

/** One date of a workshop, by the day that the schedule gives it. */
export function dateCalendar(library: Library, locale: Locale, id: Id, key: Day): CalendarView | undefined {
  return calendarOf(library, locale, id, (workshop) =>
    comingDays(library, workshop)
      .filter((date) => date.key === key)
      .map((date) => ({ ...entry(library, locale, workshop, date), uid: `${workshop.uid}-${key}` })),
  );
}

/** Every workshop that is not archived. */
export function calendars(library: Library, locale: Locale): CalendarView[] {
  return remembered(library, `calendars ${locale}`, () =>
    [...library.documents.workshops.values()].flatMap(({ id, archived }) => (archived ? [] : (workshopCalendar(library, locale, id) ?? []))),
  );
}

function calendarOf(library: Library, locale: Locale, id: Id, entries: (workshop: Workshop) => CalendarEntry[]): CalendarView | undefined {
  const workshop = library.documents.workshops.get(id);
  const found = workshop && inLocale(workshop, locale);
  if (!workshop || !found) return undefined;
  const { title, howToJoin } = found.text;
  return {
    path: paths.short(locale, workshop.code),
    title,
    howToJoin,
    format: workshop.format,
    sequence: sequenceOf(workshop, library.program),
    changed: workshop.updatedAt,
    entries: entries(workshop),
  };
}

/** The topic of a date is said so many days ahead: dates of one rule that each have a topic of their own are each an entry. */
const topicsAhead = 63;
const topicsBack = 42;

function entriesOf(library: Library, locale: Locale, workshop: Workshop): CalendarEntry[] {
  const { closures } = library.program;
  const now = today(library, workshop.segments.at(-1)?.zone ?? library.program.zone);
  const away = (days: number) => Temporal.PlainDate.from(now).add({ days }).toString();
  const last = [
    away(topicsAhead),
    ...workshop.exceptions.flatMap(({ day, toDay = day }) => [day, toDay]),
    ...closures.map(({ to }) => to),
    ...workshop.segments.map(({ from }) => from),
  ]
    .sort()
    .at(-1);
  const dates = new Map(occurrences(workshop, { from: '0001-01-01', until: last ?? now, closures }).map((date) => [date.key, date]));
  const singles = workshop.segments.filter(({ repeat }) => repeat.every === 'once');
  const isSingle = new Set(singles.map(({ from }) => from));
  const repeating = workshop.segments.filter(({ repeat }) => repeat.every !== 'once').sort((a, b) => (a.from < b.from ? -1 : 1));
  const own = (date: Occurrence) => entry(library, locale, workshop, date);

  const series = repeating.flatMap((segment, index): CalendarEntry[] => {
    const next = repeating[index + 1]?.from;
    const { first, final, days } = daysOf(segment, next, last ?? now);
    if (!first) return [];
    const wall = (day: Day): WallTime => `${day}T${segment.start.slice(0, 5)}:00`;
    const uid = `${workshop.uid}-${segment.from}`;
    const missing = days.filter((day) => isSingle.has(day) || !dates.has(day)).map(wall);
    const place = placeOf(library, locale, segment.place);
    const master: CalendarEntry = {
      uid: `${uid}-series`,
      zone: segment.zone,
      start: wall(first),
      minutes: segment.minutes,
      rule: ruleOf(segment),
      ...(final ? { until: utc(wall(final), segment.zone) } : {}),
      except: missing,
      cancelled: false,
      reason: '',
      note: '',
      ...(place ? { place } : {}),
    };
    const others = days.flatMap((day): CalendarEntry[] => {
      const date = isSingle.has(day) ? undefined : dates.get(day);
      if (!date) return [];
      const one = own(date);
      if (date.day < away(-topicsBack)) delete one.topic;
      const isAsUsual = !differs(one, date, wall(day), workshop);
      if (isAsUsual && !one.topic) return [];
      return [{ ...one, uid: master.uid, insteadOf: wall(day), ...(isAsUsual ? { onlyTopic: true } : {}) }];
    });
    return [master, ...others];
  });
  const alone = singles.flatMap(({ from }) => {
    const date = dates.get(from);
    return date ? [{ ...own(date), uid: `${workshop.uid}-${from}` }] : [];
  });
  return [...series, ...alone];
}

/** The days of one repeating segment up to a day, the first, and the last if it ends. */
function daysOf(segment: Segment, next: Day | undefined, upTo: Day): { first?: Day; final?: Day; days: Day[] } {
  const isEndless = segment.until === undefined && segment.count === undefined && next === undefined;
  const days: Day[] = [];
  let first: Day | undefined;
  let final: Day | undefined;
  for (const { day } of scheduledDays([segment])) {
    if (next !== undefined && day >= next) break;
    first ??= day;
    if (day <= upTo) days.push(day);
    else if (isEndless) break;
    final = day;
  }
  return { ...(first ? { first } : {}), ...(final && !isEndless ? { final } : {}), days };
}

function differs(one: CalendarEntry, date: Occurrence, scheduled: WallTime, { exceptions }: Workshop): boolean {
  const hasOwnPlace = exceptions.some(({ day, place }) => day === date.key && place !== undefined);
  // Where the clock changes in between, some calendars take the length for one on the wall.
  const isUneven = date.start.slice(19) !== date.end.slice(19);
  return isUneven || one.cancelled || one.start !== scheduled || date.movedFrom !== undefined || one.note !== '' || hasOwnPlace;
}

function entry(library: Library, locale: Locale, workshop: Workshop, date: Occurrence): CalendarEntry {
  const { cancelled, reason, note, topic } = dateView(library, locale, workshop, date);
  const place = placeOf(library, locale, date.place);
  return {
    uid: workshop.uid,
    zone: date.zone,
    start: date.start.slice(0, 19),
    end: date.end,
    minutes: (Date.parse(date.end) - Date.parse(date.start)) / 60_000,
    except: [],
    cancelled,
    reason,
    note,
    ...(topic ? { topic } : {}),
    ...(place ? { place } : {}),
  };
}

function placeOf(library: Library, locale: Locale, id: Id | undefined): CalendarEntry['place'] {
  const place = id === undefined ? undefined : library.places.get(id);
  return place && { name: place.text[locale].name, room: place.text[locale].room, address: place.address };
}

/** RFC 5545 3.3.10. Weeks begin on Monday, as they do without WKST. */
function ruleOf({ repeat }: Segment): string {
  switch (repeat.every) {
    case 'week':
      return `FREQ=WEEKLY;INTERVAL=${repeat.interval};BYDAY=${repeat.weekdays.join(',')}`;
    case 'month':
      return `FREQ=MONTHLY;INTERVAL=${repeat.interval};BYDAY=${repeat.nth === 5 ? -1 : repeat.nth}${repeat.weekday}`;
    case 'month-date':
      return `FREQ=MONTHLY;INTERVAL=${repeat.interval};BYMONTHDAY=${repeat.date}`;
    case 'once':
      throw new Error('A single date has no rule.');
  }
}

const utc = (wall: WallTime, zone: string): Instant => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString();
