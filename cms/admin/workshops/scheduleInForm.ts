import type { Temporal } from 'temporal-polyfill';
import { clockChange } from '../../library/clockChange.ts';
import { type Occurrence, occurrences, type Schedule } from '../../library/occurrences.ts';
import { Fields, ParseProblem } from '../../library/parse/fields.ts';
import { exceptionFrom, segmentFrom, sessionFrom } from '../../library/parse/schedule.ts';
import { scheduledDays } from '../../library/recurrence.ts';
import type { Closure, Day, ScheduleException } from '../../library/types.ts';

/** A date to come as the form has it now. */
export interface FormDate extends Occurrence {
  clock?: 'skipped' | 'twice' | undefined;
  exception?: ScheduleException | undefined;
}

export interface ScheduleInForm {
  dates: FormDate[];
  /** Changed dates that the schedule has, and those that it no longer has. */
  survive: Day[];
  lost: Day[];
  /** How many schedules are not complete enough to have dates. */
  unfinished: number;
}

/** The coming dates of a form that somebody may still be typing in, by the code that families' pages use. */
export function scheduleInForm(data: unknown, closures: readonly Closure[], now: Temporal.Instant, count = 10): ScheduleInForm {
  const fields = new Fields(data);
  const rows = fields.rows('segments');
  const segments = rows.flatMap((row) => readable(() => segmentFrom(row)));
  const exceptions = fields.rows('exceptions').flatMap((row) => readable(() => exceptionFrom(row)));
  const schedule: Schedule = {
    segments,
    exceptions,
    sessions: fields.rows('sessions').flatMap((row) => readable(() => sessionFrom(row))),
    whenCancelled: fields.value('whenCancelled') === 'push-back' ? 'push-back' : 'skip',
    obeysClosures: fields.value('obeysClosures') !== false,
    facilitators: fields.ids('facilitators'),
    places: 'open',
  };
  const from = now
    .toZonedDateTimeISO(segments.at(-1)?.zone ?? 'UTC')
    .toPlainDate()
    .toString();
  const byDay = new Map(exceptions.map((exception) => [exception.day, exception]));
  const scheduled = scheduledAmong(schedule, [...byDay.keys()]);
  return {
    dates: occurrences(schedule, { from, count, closures }).map((date) => ({
      ...date,
      clock: clockChange(date.day, date.start.slice(11, 16), date.zone) ?? skippedTime(schedule, date),
      exception: byDay.get(date.key),
    })),
    survive: [...byDay.keys()].filter((day) => scheduled.has(day)).sort(),
    lost: [...byDay.keys()].filter((day) => !scheduled.has(day)).sort(),
    unfinished: rows.length - segments.length,
  };
}

/** A time that was skipped is held after the gap: its own clock time no longer tells. */
function skippedTime({ segments, exceptions }: Schedule, { key, day, start, zone }: Occurrence): 'skipped' | undefined {
  const moved = exceptions.find((exception) => exception.day === key)?.start;
  const planned = moved ?? [...scheduledOn(segments, key)].at(0);
  return planned !== undefined && planned !== start.slice(11, 16) && clockChange(day, planned, zone) === 'skipped' ? 'skipped' : undefined;
}

function* scheduledOn(segments: Schedule['segments'], wanted: Day): Generator<string> {
  for (const { day, segment } of scheduledDays(segments)) {
    if (day === wanted) yield segment.start;
    if (day >= wanted) return;
  }
}

function scheduledAmong({ segments }: Schedule, wanted: readonly Day[]): ReadonlySet<Day> {
  const last = wanted.toSorted().at(-1) ?? '';
  const found = new Set<Day>();
  for (const { day } of scheduledDays(segments)) {
    if (day > last) break;
    found.add(day);
  }
  return found;
}

/** Nothing of a row that somebody is still typing. */
function readable<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof ParseProblem) return [];
    throw error;
  }
}
