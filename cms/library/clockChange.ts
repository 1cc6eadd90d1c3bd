import { Temporal } from 'temporal-polyfill';
import type { ClockTime, Day } from './types.ts';

/** Whether daylight saving skips a clock time on a day, or has it twice. */
export function clockChange(day: Day, time: ClockTime, zone: string): 'skipped' | 'twice' | undefined {
  const wanted = Temporal.PlainDateTime.from(`${day}T${time}`);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) => wanted.toZonedDateTime(zone, { disambiguation })) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return undefined;
  return earlier.toPlainDateTime().equals(wanted) ? 'twice' : 'skipped';
}
