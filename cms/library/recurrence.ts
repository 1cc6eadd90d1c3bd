import { Temporal } from 'temporal-polyfill';
import type { Day, Segment, Weekday } from './types.ts';

type Date = Temporal.PlainDate;

/** No schedule is looked at beyond this day; a rule without any date ends here. */
const horizon = Temporal.PlainDate.from('2150-01-01');

/** The days that segments have, in order, each once and with its segment. A single date stands in place of what another segment has on that day. */
export function* scheduledDays(segments: readonly Segment[]): Generator<{ day: Day; segment: Segment }> {
  const inOrder = segments.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const single = new Map(inOrder.filter(isSingle).map((segment) => [segment.from, segment]));
  const waiting = [...single.keys()];
  const one = (day: Day) => ({ day, segment: single.get(day) as Segment });
  for (const { day, segment } of repeatedDays(inOrder.filter((other) => !isSingle(other)))) {
    while (waiting[0] !== undefined && waiting[0] <= day) yield one(waiting.shift() as Day);
    if (!single.has(day)) yield { day, segment };
  }
  for (const day of waiting) yield one(day);
}

const isSingle = ({ repeat }: Segment) => repeat.every === 'once';

function* repeatedDays(segments: readonly Segment[]): Generator<{ day: Day; segment: Segment }> {
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1]?.from;
    let left = segment.count ?? Number.POSITIVE_INFINITY;
    for (const date of datesOf(segment)) {
      const day = date.toString();
      if (left <= 0 || (segment.until !== undefined && day > segment.until) || (next !== undefined && day >= next)) break;
      left -= 1;
      yield { day, segment };
    }
  }
}

/** The days of a rule from its first day on, without its end. Weeks begin on Monday, and a month that lacks the day has none (RFC 5545 3.3.10). */
function* datesOf({ from, repeat }: Segment): Generator<Date> {
  const first = Temporal.PlainDate.from(from);
  const isIn = (date: Date) => Temporal.PlainDate.compare(date, first) >= 0;
  if (repeat.every === 'week') {
    const offsets = [...new Set(repeat.weekdays.map((weekday) => weekdays.indexOf(weekday)))].sort((a, b) => a - b);
    for (let monday = first.subtract({ days: first.dayOfWeek - 1 }); isBefore(monday); monday = monday.add({ weeks: repeat.interval }))
      yield* offsets.map((days) => monday.add({ days })).filter(isIn);
  } else if (repeat.every !== 'once') {
    for (let month = first.with({ day: 1 }); isBefore(month); month = month.add({ months: repeat.interval })) {
      const date = repeat.every === 'month' ? nthOf(month, repeat.nth, repeat.weekday) : onDate(month, repeat.date);
      if (date && isIn(date)) yield date;
    }
  }
}

const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const isBefore = (date: Date) => Temporal.PlainDate.compare(date, horizon) < 0;

/** The nth weekday of a month; every month has four of each, and 5 is the last, whichever that is. */
function nthOf(month: Date, nth: 1 | 2 | 3 | 4 | 5, weekday: Weekday): Date {
  const wanted = weekdays.indexOf(weekday) + 1;
  const first = month.add({ days: (wanted - month.dayOfWeek + 7) % 7 });
  if (nth < 5) return first.add({ weeks: nth - 1 });
  const fifth = first.add({ weeks: 4 });
  return fifth.month === month.month ? fifth : first.add({ weeks: 3 });
}

const onDate = (month: Date, day: number): Date | undefined => (day <= month.daysInMonth ? month.with({ day }) : undefined);
