import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { scheduledDays } from '../../cms/library/recurrence.ts';
import type { Segment } from '../../cms/library/types.ts';
import { generated } from '../support/schedules/generated.ts';

/** The days of one stretch by another hand, up to the end of 2040. */
function byAnother({ from, until, count, repeat }: Segment): string[] {
  if (repeat.every === 'once') return [from];
  const of =
    repeat.every === 'week'
      ? { freq: 'WEEKLY' as const, byDay: repeat.weekdays }
      : repeat.every === 'month'
        ? { freq: 'MONTHLY' as const, byDay: [`${repeat.nth === 5 ? -1 : repeat.nth}${repeat.weekday}`] }
        : { freq: 'MONTHLY' as const, byMonthDay: [repeat.date] };
  const dtstart = Temporal.PlainDate.from(from).toZonedDateTime('UTC');
  const last = Temporal.PlainDate.from(until && until < '2040-12-31' ? until : '2040-12-31').toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ ...of, interval: repeat.interval, dtstart, wkst: 'MO', until: last, maxIterations: 100_000 } as never);
  return rule
    .all()
    .map((date) => date.toString().slice(0, 10))
    .slice(0, count);
}

describe('the days of a rule', () => {
  test('are those that another implementation finds, for rules that nobody thought of', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const [segment] = generated(seed).segments;
      const days = Array.from(scheduledDays([segment as Segment]), ({ day }) => day).filter((day) => day <= '2040-12-31');
      expect({ segment, days }).toEqual({ segment, days: byAnother(segment as Segment) });
    }
  });
});
