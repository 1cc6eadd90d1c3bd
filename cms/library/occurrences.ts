import { Temporal } from 'temporal-polyfill';
import type { Locale } from './locales.ts';
import { scheduledDays } from './recurrence.ts';
import { heldOn, inTurn } from './rotation.ts';
import type { Closure, Day, Id, Instant, ScheduleException, Segment, Session, Workshop, WorkshopPlaces } from './types.ts';

/** One date of a workshop. Its instants carry the offset of the workshop's zone on that day. */
export interface Occurrence {
  /** The day that the schedule gives it: the name by which exceptions and calendars know it, also after it moved. */
  key: Day;
  /** The day on which it is held, or would have been. */
  day: Day;
  start: Instant;
  end: Instant;
  zone: string;
  place?: Id;
  /** Where it is held on other days, when this date has another place. */
  usualPlace?: Id;
  /** When the schedule had it, for a date that moved. */
  movedFrom?: Instant;
  cancelled: boolean;
  /** Cancelled because the program is closed that day. */
  closed: boolean;
  reason: Partial<Record<Locale, string>>;
  note: Partial<Record<Locale, string>>;
  /** Who leads it: of this date, else of its session, its segment, the workshop. */
  facilitators: Id[];
  /** Its topic; none on a cancelled date that pushes its topic back. */
  session?: Session;
  /** Of this date and its session; those of the workshop stand beside them. */
  materials: Id[];
  places: WorkshopPlaces;
  registerBy?: Instant;
}

/** What of a workshop decides its dates. */
export type Schedule = Pick<Workshop, 'segments' | 'exceptions' | 'sessions' | 'whenCancelled' | 'obeysClosures' | 'facilitators' | 'places' | 'registerBy'>;

interface Asked {
  /** The first day, as it is held. */
  from: Day;
  /** The last day. */
  until?: Day;
  count?: number;
  /** The days on which the program is closed. */
  closures: readonly Closure[];
}

/**
 * The dates of a schedule by their start, cancelled ones included, from a day (a local day in the zone of each) on. One of `until` and `count` must end
 * them. A time that daylight saving skips moves to the first moment after the gap, and of a time that comes twice the first is meant (RFC 5545 3.3.5).
 */
export function occurrences(schedule: Schedule, { from, until, count = Number.POSITIVE_INFINITY, closures }: Asked): Occurrence[] {
  if (until === undefined && count === Number.POSITIVE_INFINITY) throw new Error('Dates are asked for without an end: give until or count.');
  const exceptions = new Map(schedule.exceptions.map((exception) => [exception.day, exception]));
  const lastMoved = schedule.exceptions.reduce((last, { day, toDay }) => (toDay !== undefined && day > last ? day : last), '');
  const found: { start: Temporal.ZonedDateTime; date: Occurrence }[] = [];
  let unmoved = 0;
  for (const { day: key, segment, exception, closure, session } of inTurn(schedule, scheduledDays(schedule.segments), exceptions, closures)) {
    const isOver = (until !== undefined && key > until) || unmoved >= count;
    // A date may move to an earlier day than those before it: all that moved are looked at.
    if (isOver && key > lastMoved) break;
    const day = heldOn(key, exception);
    if (day < from || (until !== undefined && day > until)) continue;
    if (day === key) unmoved += 1;
    found.push(occurrenceOn(schedule, { key, day, segment, exception, closure, session }));
  }
  return found
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start))
    .slice(0, count)
    .map(({ date }) => date);
}

/** What calendars are told: it rises when the workshop's dates change and when the program's closures do, and never falls. */
export const sequenceOf = ({ sequence }: Workshop, { closuresSequence }: { closuresSequence: number }): number => sequence + closuresSequence;

interface Turn {
  key: Day;
  day: Day;
  segment: Segment;
  exception?: ScheduleException | undefined;
  closure?: Closure | undefined;
  session?: Session | undefined;
}

function occurrenceOn(schedule: Schedule, { key, day, segment, exception, closure, session }: Turn): { start: Temporal.ZonedDateTime; date: Occurrence } {
  const moved = [exception?.toDay, exception?.start, exception?.minutes].some((given) => given !== undefined) ? exception : undefined;
  const start = onClock(day, moved?.start ?? segment.start, segment.zone);
  const other = exception?.status === 'cancelled' ? undefined : exception;
  const place = other?.place ?? segment.place;
  const registerBy = schedule.registerBy && registrationEnds(day, segment.zone, schedule.registerBy);
  const cancelled = exception?.status === 'cancelled' || closure !== undefined;
  const date: Occurrence = {
    key,
    day,
    start: written(start),
    end: written(start.add({ minutes: moved?.minutes ?? segment.minutes })),
    zone: segment.zone,
    ...(place === undefined ? {} : { place }),
    ...(place === segment.place || segment.place === undefined ? {} : { usualPlace: segment.place }),
    ...(moved ? { movedFrom: written(onClock(key, segment.start, segment.zone)) } : {}),
    cancelled,
    closed: exception?.status !== 'cancelled' && closure !== undefined,
    reason: exception?.status === 'cancelled' || !closure ? (exception?.reason ?? {}) : closure.reason,
    note: exception?.note ?? {},
    facilitators: [other?.facilitators, session?.facilitators, segment.facilitators, schedule.facilitators].find((some) => some?.length) ?? [],
    ...(session ? { session } : {}),
    materials: [...new Set([...(exception?.materials ?? []), ...(session?.materials ?? [])])],
    places: exception?.places ?? schedule.places,
    ...(registerBy ? { registerBy: written(registerBy) } : {}),
  };
  return { start, date };
}

function registrationEnds(day: Day, zone: string, { days, time }: NonNullable<Workshop['registerBy']>): Temporal.ZonedDateTime {
  const last = Temporal.PlainDate.from(day).subtract({ days });
  return time === undefined ? last.add({ days: 1 }).toZonedDateTime(zone) : onClock(last.toString(), time, zone);
}

const onClock = (day: Day, time: string, zone: string) => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time });

const written = (moment: Temporal.ZonedDateTime): Instant => moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
