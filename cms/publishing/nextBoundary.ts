import { Temporal } from 'temporal-polyfill';
import type { Library } from '../library/types.ts';

/** The next moment at which pages change although nobody saved: a new day in the program's zone or a workshop's, or the end of the notice. */
export function nextBoundary(library: Library): Temporal.Instant {
  const now = Temporal.Instant.from(library.asOf);
  const zones = new Set([
    library.program.zone,
    ...[...library.documents.workshops.values()].flatMap((workshop) => workshop.segments.map((segment) => segment.zone)),
  ]);
  const moments = [...zones].map((zone) => now.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).startOfDay().toInstant());
  const { notice } = library.program;
  if (notice && notice.until > library.asOf) moments.push(Temporal.Instant.from(notice.until));
  return moments.reduce((first, moment) => (Temporal.Instant.compare(moment, first) < 0 ? moment : first));
}
