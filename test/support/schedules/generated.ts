import type { Repeat, ScheduleException, Segment, Weekday } from '../../../cms/library/types.ts';

/** A schedule that nobody thought of: up to three stretches, single dates among them, and dates that were cancelled or moved. */
export interface Generated {
  seed: number;
  segments: Segment[];
  exceptions: ScheduleException[];
}

const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Both hemispheres, half-hour offsets, a change at midnight, zones without any and ones that gave it up. */
const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Santiago',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Mexico_City',
  'Europe/London',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Africa/Cairo',
  'UTC',
];
/** Clock times in which daylight saving skips or repeats an hour come often. */
const starts = ['00:00', '00:30', '01:30', '02:00', '02:15', '02:30', '09:00', '18:30', '23:45'];

/** The same schedule for the same number, on every machine. */
export function generated(seed: number): Generated {
  const pick = picker(seed);
  const zone = pick.one(zones);
  const from = pick.day();
  const segments = Array.from({ length: pick.number(1, 3) }, (_, index) => segment(pick, zone, index === 0 ? from : pick.day()));
  const apart = segments.filter((one, index) => segments.findIndex((other) => other.from === one.from) === index);
  return { seed, segments: apart, exceptions: [] };
}

/** Some dates of a schedule cancelled, some moved, now and then one that the schedule does not have. */
export function withExceptions({ seed, segments }: Generated, days: readonly string[]): Generated {
  const pick = picker(seed ^ 0x5bd1e995);
  const off = days.filter(() => pick.number(0, 9) === 0).slice(0, 12);
  const none = { facilitators: [], materials: [], reason: {}, note: {} };
  const exceptions = [...off, ...(pick.number(0, 3) ? [] : ['2030-06-30'].filter((day) => !days.includes(day)))].map((day): ScheduleException => {
    if (pick.number(0, 1)) return { day, status: 'cancelled', ...none };
    return {
      day,
      status: 'moved',
      ...(pick.number(0, 3) ? { toDay: pick.near(day) } : {}),
      ...(pick.number(0, 1) ? { start: pick.one(starts) } : {}),
      ...(pick.number(0, 2) ? {} : { minutes: 45 }),
      ...none,
    };
  });
  return { seed, segments, exceptions };
}

function segment(pick: Picker, zone: string, from: string): Segment {
  return {
    from,
    ...(pick.number(0, 2) ? {} : { until: pick.after(from) }),
    ...(pick.number(0, 2) ? {} : { count: pick.number(1, 60) }),
    zone,
    start: pick.one(starts),
    minutes: pick.one([30, 60, 90, 150]),
    repeat: repeat(pick),
    facilitators: [],
  };
}

function repeat(pick: Picker): Repeat {
  const interval = pick.number(1, 5);
  switch (pick.number(0, 6)) {
    case 0:
      return { every: 'once' };
    case 1:
    case 2:
      return { every: 'month', interval, nth: pick.one([1, 2, 3, 4, 5] as const), weekday: pick.one(weekdays) };
    case 3:
      return { every: 'month-date', interval, date: pick.number(1, 31) };
    default:
      return { every: 'week', interval, weekdays: Array.from({ length: pick.number(1, 4) }, () => pick.one(weekdays)) };
  }
}

type Picker = ReturnType<typeof picker>;

/** Numbers from a seed: mulberry32. */
function picker(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const dayNumber = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
  const numberOf = (day: string) => Date.parse(day) / 86_400_000;
  return {
    number,
    one: <T>(values: readonly T[]): T => values[number(0, values.length - 1)] as T,
    day: () => dayNumber(numberOf('2020-01-01') + number(0, 19 * 365)),
    near: (day: string) => dayNumber(numberOf(day) + number(-20, 20)),
    after: (day: string) => dayNumber(numberOf(day) + number(0, 900)),
  };
}
