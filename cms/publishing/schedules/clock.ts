import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../library/types.ts';

/** A day and a time as the clock on a wall of the zone shows them: '2026-12-24', '09:00', 'America/New_York'. */
export interface WallTime {
  day: string;
  time: string;
  zone: string;
}

/** The instants at which that clock shows that time: one as a rule, none where it is put forward past it, two where it is put back over it. */
export function instantsOf({ day, time, zone }: WallTime): Instant[] {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: 'reject' });
  const readings = (['earlier', 'later'] as const).map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation }));
  const shown = readings.filter((reading) => reading.toPlainDateTime().equals(wall)).map((reading) => iso(reading.toInstant()));
  return [...new Set(shown)];
}

/** The one instant for a time that was accepted, by the zone's rules as they are known now: where these took the time away, what comes after the gap. */
export function instantOf({ day, time, zone }: WallTime): Instant {
  return iso(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant());
}

/** As JavaScript writes it, with milliseconds: so that databases compare texts. */
function iso(instant: Temporal.Instant): Instant {
  return new Date(instant.epochMilliseconds).toISOString();
}
