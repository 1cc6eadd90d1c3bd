import { Temporal } from 'temporal-polyfill';
import { Fields } from '../../library/parse/fields.ts';
import { segmentFrom } from '../../library/parse/schedule.ts';
import { scheduledDays } from '../../library/recurrence.ts';
import type { DateChange } from './dateChange.ts';

/** A row of a form as the database keeps it, with a value for each language where it has languages. */
export type Row = Record<string, unknown>;

/** The rows of a workshop's schedule. */
export interface ScheduleRows {
  segments: Row[];
  exceptions: Row[];
}

/** What the schedule is after a change; nothing where it has no such date, or nothing to undo. */
export function applyChange(rows: ScheduleRows, change: DateChange): ScheduleRows | undefined {
  return change.onward ? fromThenOn(rows, change) : onOneDate(rows, change);
}

function onOneDate({ segments, exceptions }: ScheduleRows, change: DateChange): ScheduleRows | undefined {
  const before = exceptions.find(({ day }) => day === change.day);
  const others = exceptions.filter(({ day }) => day !== change.day);
  if (change.action === 'undo') return before && { segments, exceptions: others };
  if (!inForce(segments, change.day)) return undefined;
  const { day, reason, action } = change;
  const stays = before?.status === 'moved' ? 'moved' : 'changed';
  const row: Row = {
    ...before,
    day,
    status: action === 'cancel' ? 'cancelled' : action === 'move' ? 'moved' : stays,
    ...(reason ? { reason } : {}),
    ...given(change, ['note', 'toDay', 'start', 'minutes', 'place', 'facilitators', 'session', 'places', 'materials']),
  };
  return { segments, exceptions: [...others, row].sort((a, b) => (String(a.day) < String(b.day) ? -1 : 1)) };
}

function fromThenOn({ segments, exceptions }: ScheduleRows, change: DateChange): ScheduleRows | undefined {
  const { day, action, toDay } = change;
  if (action === 'undo') {
    const left = segments.filter((segment) => segment.from !== day);
    return left.length > 0 && left.length < segments.length ? { segments: left, exceptions } : undefined;
  }
  const current = inForce(segments, day);
  if (!current || current.repeat === 'once') return undefined;
  const dayBefore = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  if (action === 'cancel') {
    const ended = segments.filter(({ from }) => String(from) < day).map((segment) => (segment === current ? { ...segment, until: dayBefore } : segment));
    return { segments: ended, exceptions };
  }
  const { id: _, ...rest } = current;
  const next: Row = {
    ...rest,
    from: toDay !== undefined && toDay < day ? toDay : day,
    ...(typeof current.count === 'number' ? { count: current.count - datesBefore(current, day) } : {}),
    ...(toDay === undefined ? {} : onWeekdayOf(current, day, toDay)),
    ...given(change, ['start', 'minutes', 'place', 'facilitators', 'session']),
  };
  const others = segments.filter(({ from }) => from !== next.from);
  return { segments: [...others, next].sort((a, b) => (String(a.from) < String(b.from) ? -1 : 1)), exceptions };
}

/** The segment that has this date. */
function inForce(segments: readonly Row[], wanted: string): Row | undefined {
  const parsed = new Map(segments.map((row, index) => [segmentFrom(new Fields(row, `segments, row ${index + 1}`)), row]));
  for (const { day, segment } of scheduledDays([...parsed.keys()])) {
    if (day === wanted) return parsed.get(segment);
    if (day > wanted) return undefined;
  }
  return undefined;
}

function datesBefore(row: Row, wanted: string): number {
  let dates = 0;
  for (const { day } of scheduledDays([segmentFrom(new Fields(row))])) {
    if (day >= wanted) break;
    dates += 1;
  }
  return dates;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The same rule, on the weekday or the date of the new day. */
function onWeekdayOf({ repeat, weekdays: on }: Row, day: string, toDay: string): Row {
  const [before, after] = [Temporal.PlainDate.from(day), Temporal.PlainDate.from(toDay)];
  const nameOf = (date: Temporal.PlainDate) => weekdays[date.dayOfWeek - 1];
  if (repeat === 'month-date') return { date: after.day };
  if (repeat === 'month') return { weekday: nameOf(after), nth: String(Math.ceil(after.day / 7)) };
  const others = (Array.isArray(on) ? on : []).filter((weekday) => weekday !== nameOf(before));
  return { weekdays: [...new Set([...others, nameOf(after)])] };
}

const given = (change: DateChange, names: readonly (keyof DateChange)[]): Row =>
  Object.fromEntries(names.filter((name) => change[name] !== undefined).map((name) => [name, change[name]]));
