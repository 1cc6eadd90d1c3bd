import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { occurrences, type Schedule } from '../../cms/library/occurrences.ts';
import { scheduledDays } from '../../cms/library/recurrence.ts';
import type { Segment } from '../../cms/library/types.ts';
import { expandedByDateutil, hasDateutil, type WrittenDate } from '../support/schedules/dateutil.ts';
import { type Generated, generated, withExceptions } from '../support/schedules/generated.ts';

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

const daysOf = (segments: readonly Segment[]) => Array.from(scheduledDays(segments), ({ day }) => day).filter((day) => day <= '2040-12-31');

describe('the days of a rule', () => {
  test('are those that another implementation finds, for rules that nobody thought of', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const [segment] = generated(seed).segments;
      const days = daysOf([segment as Segment]);
      expect({ segment, days }).toEqual({ segment, days: byAnother(segment as Segment) });
    }
  });
});

/** Everything a schedule needs, where a test is about its dates alone. */
const plain = { sessions: [], whenCancelled: 'skip', obeysClosures: true, facilitators: [], places: 'open' } satisfies Partial<Schedule>;

const expanded = ({ segments, exceptions }: Generated): WrittenDate[] =>
  occurrences({ ...plain, segments, exceptions }, { from: '2020-01-01', until: '2040-12-31', closures: [] }).map(
    ({ key, day, start, end, cancelled }): WrittenDate => [key, day, start, end, cancelled],
  );

if (!hasDateutil) console.log('Left out: the comparison of dates with python-dateutil, which this machine has not.');
else
  describe('the dates of a schedule, 2020 to 2040', () => {
    /** All of them with OCCURRENCES=10000; some each time. */
    const size = Number(process.env.OCCURRENCES ?? 150);

    test('are those of python-dateutil, to the second, in every zone, with each date that was cancelled or moved', { timeout: 3_600_000 }, () => {
      let dates = 0;
      for (let first = 1; first <= size; first += 500) {
        const schedules = Array.from({ length: Math.min(500, size - first + 1) }, (_, index) => {
          const schedule = generated(first + index);
          return withExceptions(schedule, daysOf(schedule.segments));
        });
        const theirs = expandedByDateutil(schedules);
        for (const [index, schedule] of schedules.entries()) {
          const ours = expanded(schedule);
          dates += ours.length;
          // Written out only where they differ: a comparison of every value would take most of the time.
          if (JSON.stringify(ours) !== JSON.stringify(theirs[index])) expect({ schedule, dates: ours }).toEqual({ schedule, dates: theirs[index] });
        }
      }
      expect(dates).toBeGreaterThan(size * 10);
      if (process.env.OCCURRENCES) console.info(`${size} schedules, ${dates} dates: all equal.`);
    });
  });
