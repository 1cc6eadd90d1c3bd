import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import type { Misfit } from '../fields/misfits.ts';
import { type Said, said } from '../fields/said.ts';
import { Fields, ParseProblem } from '../library/parse/fields.ts';
import { exceptionFrom, segmentFrom } from '../library/parse/schedule.ts';
import { scheduledDays } from '../library/recurrence.ts';
import type { Segment } from '../library/types.ts';
import { refuse } from './refuse.ts';

type Row = Record<string, unknown>;

const noDate = said(
  'This schedule has no date at all. Look at its days, its first and last day, and the day of the month.',
  'Este horario no tiene ninguna fecha. Revise sus días, el primero y el último, y el día del mes.',
);
const sameDay = said('Another schedule begins on this day. Change the day of one of them.', 'Otro horario empieza ese día. Cambie el día de uno de los dos.');
const noTopic = said('This topic is no longer in the list. Choose another one.', 'Este tema ya no está en la lista. Elija otro.');
const notScheduled = (day: string): Said =>
  said(
    `The schedule has no date on ${day}. Choose one of its dates, or take this line out.`,
    `El horario no tiene ninguna fecha el ${day}. Elija una de sus fechas o quite esta línea.`,
  );

/**
 * Publishes no schedule that families could not make sense of. What no longer fits because the schedule changed is kept: a date that was cancelled
 * before stays cancelled if the schedule has it again.
 */
export const checkSchedule: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data._status !== 'published') return data;
  const schedule = scheduleIn(data);
  if (!schedule) return data;
  const { segments, exceptions, topics } = schedule;
  const known = await daysPublished(req, originalDoc?.id);
  const last =
    exceptions
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? '';
  const scheduled = daysUntil(segments, last);
  const mistakes: Misfit[] = [
    ...segments.flatMap((segment, index) => {
      const of = (field: string, message: Said) => ({ path: `segments.${index}.${field}`, message });
      const others = segments.slice(0, index);
      return [
        ...(others.some((other) => other.from === segment.from && isSingle(other) === isSingle(segment)) ? [of('from', sameDay)] : []),
        ...(hasDate(segment) ? [] : [of('from', noDate)]),
        ...(segment.session && !topics.has(segment.session) ? [of('session', noTopic)] : []),
      ];
    }),
    ...exceptions.flatMap(({ day, session }, index) => [
      ...(scheduled.has(day) || known.has(day) ? [] : [{ path: `exceptions.${index}.day`, message: notScheduled(day) }]),
      ...(session && !topics.has(session) ? [{ path: `exceptions.${index}.session`, message: noTopic }] : []),
    ]),
  ];
  return mistakes.length > 0 ? refuse(req, mistakes, { collection: collection.slug }) : data;
};

/** Nothing where a value is not of its kind: the checks of the fields, which come after this, say which. */
function scheduleIn(data: Row) {
  const fields = new Fields(data);
  try {
    const topics = new Set(fields.rows('sessions').map((row) => row.text('key')));
    return { segments: fields.rows('segments').map(segmentFrom), exceptions: fields.rows('exceptions').map(exceptionFrom), topics };
  } catch (error) {
    if (error instanceof ParseProblem) return undefined;
    throw error;
  }
}

const isSingle = ({ repeat }: Segment) => repeat.every === 'once';
/** An end before the beginning, and no date by count, are refused by their own fields. */
const hasDate = (segment: Segment): boolean => (segment.until ?? segment.from) < segment.from || segment.count === 0 || !scheduledDays([segment]).next().done;

function daysUntil(segments: readonly Segment[], last: string): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { day } of scheduledDays(segments)) {
    if (day > last) break;
    days.add(day);
  }
  return days;
}

/** The days that differ on the site now. */
async function daysPublished(req: PayloadRequest, id: unknown): Promise<ReadonlySet<unknown>> {
  if (id === undefined) return new Set();
  const within = { transactionID: req.transactionID } as Partial<PayloadRequest>;
  const main = (await req.payload.db.findOne({ collection: 'workshops', where: { id: { equals: id } }, locale: 'all', req: within })) as Row | null;
  const rows = main?.publishedAt && Array.isArray(main.exceptions) ? (main.exceptions as Row[]) : [];
  return new Set(rows.map(({ day }) => day));
}
