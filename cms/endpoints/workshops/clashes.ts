import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { occurrences } from '../../library/occurrences.ts';
import { documentFrom } from '../../library/parse/index.ts';
import { publishedWorkshops } from './publishedWorkshops.ts';

const id = z.union([z.number(), z.string()]).transform(String);

/** Some dates of a form that may not be saved yet. */
export const clashesAsked = z.strictObject({
  id: id.optional(),
  dates: z
    .array(z.strictObject({ start: z.iso.datetime({ offset: true }), end: z.iso.datetime({ offset: true }), place: id.optional(), facilitators: z.array(id) }))
    .max(20),
});

/** A date at whose time another workshop has its place or one of those who lead it. */
export interface Clash {
  start: string;
  with: string;
  place: boolean;
  people: string[];
}

/** The clashes of some dates with the workshops on the site, but with their own. */
export async function clashes(req: PayloadRequest, { id: own, dates }: z.infer<typeof clashesAsked>): Promise<Clash[]> {
  if (dates.length === 0) return [];
  const days = dates.map(({ start }) => start.slice(0, 10)).sort();
  const [first, last] = [days[0] as string, days.at(-1) as string];
  const others = (await publishedWorkshops(req)).filter((row) => String(row.id) !== own).map((row) => documentFrom('workshops', row));
  return others
    .filter(({ archived }) => !archived)
    .flatMap((other) =>
      occurrences(other, { from: first, until: last, closures: [] })
        .filter(({ cancelled }) => !cancelled)
        .flatMap((taken) =>
          dates
            .filter(({ start, end }) => Date.parse(start) < Date.parse(taken.end) && Date.parse(taken.start) < Date.parse(end))
            .map(({ start, place, facilitators }) => ({
              start,
              with: other.text.en?.title ?? other.text.es?.title ?? '',
              place: place !== undefined && place === taken.place,
              people: facilitators.filter((person) => taken.facilitators.includes(person)),
            })),
        ),
    )
    .filter(({ place, people }) => place || people.length > 0);
}
