import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { scheduleInForm } from '../../cms/admin/workshops/scheduleInForm.ts';
import { clockChange } from '../../cms/library/clockChange.ts';
import { occurrences, type Schedule } from '../../cms/library/occurrences.ts';
import type { ScheduleException, Segment } from '../../cms/library/types.ts';

const weekly: Segment = {
  from: '2026-12-01',
  zone: 'America/New_York',
  start: '18:30',
  minutes: 90,
  repeat: { every: 'week', interval: 1, weekdays: ['TU'] },
  facilitators: [],
};
const topic = (key: string, facilitators: string[] = []) => ({ key, text: {}, articles: [], materials: [`m-${key}`], facilitators });
const said = (day: string, change: Partial<ScheduleException>): ScheduleException => ({
  day,
  status: 'changed',
  facilitators: [],
  materials: [],
  reason: {},
  note: {},
  ...change,
});
const schedule = (change: Partial<Schedule> = {}): Schedule => ({
  segments: [weekly],
  exceptions: [],
  sessions: [topic('a'), topic('b'), topic('c')],
  whenCancelled: 'skip',
  obeysClosures: true,
  facilitators: ['rosa'],
  places: 'open',
  ...change,
});
const closures = [{ from: '2026-12-24', to: '2027-01-01', reason: { en: 'Holidays', es: 'Fiestas' } }];
const datesOf = (given: Schedule, count = 5) => occurrences(given, { from: '2026-12-01', count, closures });
const topicsOf = (given: Schedule, count?: number) => datesOf(given, count).map(({ session }) => session?.key);

describe('the topics of a series', () => {
  test('come in turn and begin again after the last', () => {
    expect(topicsOf(schedule())).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  const cancelled = { exceptions: [said('2026-12-08', { status: 'cancelled' })] };

  test('are skipped with a cancelled date, or pushed back to the next', () => {
    expect(topicsOf(schedule(cancelled))).toEqual(['a', 'b', 'c', 'a', 'b']);
    // The fifth is in a closure: it gives nothing, and what was its turn comes after it.
    expect(topicsOf(schedule({ ...cancelled, whenCancelled: 'push-back' }), 6)).toEqual(['a', undefined, 'b', 'c', undefined, 'a']);
  });

  test('may be another one on one date, and begin with another one from a date on', () => {
    expect(topicsOf(schedule({ exceptions: [said('2026-12-08', { session: 'c' })] }))).toEqual(['a', 'c', 'c', 'a', 'b']);
    expect(topicsOf(schedule({ segments: [weekly, { ...weekly, from: '2026-12-15', session: 'b' }] }))).toEqual(['a', 'b', 'b', 'c', 'a']);
  });

  test('stay with their dates on whatever day one begins to look', () => {
    const [, , third] = datesOf(schedule());
    expect(occurrences(schedule(), { from: '2026-12-15', count: 1, closures })).toEqual([third]);
  });
});

describe('a date', () => {
  test('is cancelled by a closure with its reason, unless the workshop is held then', () => {
    const [closed] = datesOf(schedule()).filter(({ day }) => day === '2026-12-29');
    expect(closed).toMatchObject({ cancelled: true, closed: true, reason: { en: 'Holidays' } });
    expect(datesOf(schedule({ obeysClosures: false })).some((date) => date.cancelled)).toBe(false);
  });

  test('that moved is known by its first day, and stands where it is held', () => {
    const moved = schedule({ exceptions: [said('2026-12-08', { status: 'moved', toDay: '2026-12-16', start: '17:00', place: 'elm' })] });
    expect(datesOf(moved, 3).map(({ key, day }) => [key, day])).toEqual([
      ['2026-12-01', '2026-12-01'],
      ['2026-12-15', '2026-12-15'],
      ['2026-12-08', '2026-12-16'],
    ]);
    expect(datesOf(moved, 3)[2]).toMatchObject({ start: '2026-12-16T17:00:00-05:00', movedFrom: '2026-12-08T18:30:00-05:00', place: 'elm' });
  });

  test('that moved is cancelled on the day to which it moved', () => {
    const both = schedule({ exceptions: [said('2026-12-08', { status: 'cancelled', toDay: '2026-12-09' })] });
    expect(datesOf(both, 2)[1]).toMatchObject({ key: '2026-12-08', day: '2026-12-09', cancelled: true });
  });

  test('is led by those of the date, the topic, the schedule or the workshop, whichever says it first', () => {
    const led = schedule({
      segments: [weekly, { ...weekly, from: '2026-12-15', facilitators: ['dana'] }],
      sessions: [topic('a'), topic('b', ['terrence'])],
      exceptions: [said('2026-12-15', { facilitators: ['ana'] })],
    });
    expect(datesOf(led).map(({ facilitators }) => facilitators[0])).toEqual(['rosa', 'terrence', 'ana', 'terrence', 'dana']);
  });

  test('ends its registration by the clock of the workshop', () => {
    const until = (registerBy: Schedule['registerBy']) => datesOf(schedule({ registerBy }), 1)[0]?.registerBy;
    expect(until({ days: 0, time: '12:00' })).toBe('2026-12-01T12:00:00-05:00');
    expect(until({ days: 2 })).toBe('2026-11-30T00:00:00-05:00');
  });
});

test.each([
  ['2026-03-08', '02:30', 'America/New_York', 'skipped'],
  ['2026-11-01', '01:30', 'America/New_York', 'twice'],
  ['2026-03-08', '03:00', 'America/New_York', undefined],
  ['2026-03-08', '02:30', 'America/Phoenix', undefined],
  ['2026-10-04', '02:15', 'Australia/Lord_Howe', 'skipped'],
] as const)('on %s at %s in %s the clock time is %s', (day, time, zone, change) => {
  expect(clockChange(day, time, zone)).toBe(change);
});

describe('a form that somebody is typing in', () => {
  const row = { from: '2027-03-07', start: '02:30', zone: 'America/New_York', minutes: 60, repeat: 'week', interval: 1, weekdays: ['SU'] };
  const now = Temporal.Instant.from('2027-03-01T12:00:00Z');

  test('shows the dates of what is complete, with the times that daylight saving skips', () => {
    const { dates, unfinished } = scheduleInForm({ segments: [row, { start: '18:30' }] }, [], now, 3);
    expect(dates.map(({ day, clock }) => [day, clock])).toEqual([
      ['2027-03-07', undefined],
      ['2027-03-14', 'skipped'],
      ['2027-03-21', undefined],
    ]);
    expect(unfinished).toBe(1);
  });

  test('tells which changed dates the schedule still has', () => {
    const exceptions = [{ day: '2027-03-14', status: 'cancelled', reason: 'Snow' }, { day: '2027-03-15', status: 'cancelled' }, { status: 'cancelled' }];
    expect(scheduleInForm({ segments: [row], exceptions }, [], now)).toMatchObject({ survive: ['2027-03-14'], lost: ['2027-03-15'] });
  });
});
