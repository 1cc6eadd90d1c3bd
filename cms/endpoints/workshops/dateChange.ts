import { z } from 'zod';

const day = z.iso.date();
const text = z.string().trim().max(300);
/** What families read, in each language in which staff wrote it. */
const inEach = z.strictObject({ en: text.optional(), es: text.optional() });
const id = z.union([z.number(), z.string()]);

/** What becomes of one date of a workshop, or of every date from it on. Empty values leave things as they are. */
export const dateChange = z.strictObject({
  day,
  onward: z.boolean().default(false),
  action: z.enum(['cancel', 'move', 'change', 'undo']),
  reason: inEach.optional(),
  note: inEach.optional(),
  toDay: day.optional(),
  start: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  minutes: z.int().min(5).max(1440).optional(),
  place: id.optional(),
  facilitators: z.array(id).optional(),
  session: z.string().optional(),
  places: z.enum(['open', 'full', 'closed']).optional(),
  materials: z.array(id).optional(),
});
export type DateChange = z.infer<typeof dateChange>;

/** Everything on one day, or what is at one place on it, and the notice that says so on every page until it ends. */
export const dayOff = z.strictObject({
  day,
  place: id.optional(),
  reason: inEach.optional(),
  notice: inEach.optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export type DayOff = z.infer<typeof dayOff>;
