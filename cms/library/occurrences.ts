import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Locale } from './locales.ts';
import type { Day, Id, Instant, ScheduleException, Segment } from './types.ts';

/** One date of a workshop. `start` and `end` carry the offset of the workshop's zone on that day. */
export interface Occurrence {
  day: Day;
  start: Instant;
  end: Instant;
  zone: string;
  place?: Id;
  cancelled: boolean;
  reason: Partial<Record<Locale, string>>;
}

/**
 * The dates of a schedule on or after `from` (a local day in each segment's zone), in order, cancelled ones included, at most `count`.
 * A time that daylight saving skips moves to the first moment after the gap (RFC 5545 3.3.5 as Temporal's 'compatible').
 */
export function occurrences(schedule: { segments: Segment[]; exceptions: ScheduleException[] }, from: Day, count: number): Occurrence[] {
  const exceptions = new Map(schedule.exceptions.map((exception) => [exception.day, exception]));
  const segments = [...schedule.segments].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found: Occurrence[] = [];
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    for (const day of daysOf(segment, next?.from, from, count - found.length)) found.push(occurrenceOn(day, segment, exceptions.get(day.toString())));
  }
  return found.slice(0, count);
}

function occurrenceOn(day: Temporal.PlainDate, segment: Segment, exception: ScheduleException | undefined): Occurrence {
  const start = day.toZonedDateTime({ timeZone: segment.zone, plainTime: segment.start });
  const written = { timeZoneName: 'never', smallestUnit: 'second' } as const;
  return {
    day: day.toString(),
    start: start.toString(written),
    end: start.add({ minutes: segment.minutes }).toString(written),
    zone: segment.zone,
    place: segment.place,
    cancelled: exception?.status === 'cancelled',
    reason: exception?.reason ?? {},
  };
}

function daysOf(segment: Segment, before: Day | undefined, from: Day, count: number): Temporal.PlainDate[] {
  if (count <= 0) return [];
  const first = Temporal.PlainDate.from(segment.from);
  const inside = (day: Temporal.PlainDate) =>
    (!segment.until || Temporal.PlainDate.compare(day, segment.until) <= 0) && (!before || Temporal.PlainDate.compare(day, before) < 0);
  if (segment.repeat.every === 'once') return segment.from >= from && inside(first) ? [first] : [];
  // The rule runs on calendar days in UTC: zones and clock times join afterwards, so that daylight saving cannot move a weekday.
  const rule = new RRuleTemporal({ ...ruleOf(segment), dtstart: first.toZonedDateTime('UTC'), maxIterations: 10_000 });
  const days: Temporal.PlainDate[] = [];
  let cursor = Temporal.PlainDate.from(from).toZonedDateTime('UTC');
  let inclusive = true;
  while (days.length < count) {
    const next = rule.next(cursor as never, inclusive) as Temporal.ZonedDateTime | null;
    if (!next) break;
    const day = Temporal.PlainDate.from(next.toString({ timeZoneName: 'never', offset: 'never' }).slice(0, 10));
    if (!inside(day)) break;
    days.push(day);
    cursor = day.toZonedDateTime('UTC');
    inclusive = false;
  }
  return days;
}

function ruleOf(segment: Segment) {
  const { repeat } = segment;
  if (repeat.every === 'week') return { freq: 'WEEKLY' as const, interval: repeat.interval, byDay: repeat.weekdays };
  if (repeat.every === 'month')
    return { freq: 'MONTHLY' as const, interval: repeat.interval, byDay: [`${repeat.nth === 5 ? -1 : repeat.nth}${repeat.weekday}`] };
  throw new Error('A single date has no rule.');
}
