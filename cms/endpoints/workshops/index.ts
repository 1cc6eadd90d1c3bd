import { randomUUID } from 'node:crypto';
import { commitTransaction, type Endpoint, initTransaction, killTransaction, type PayloadRequest } from 'payload';
import type { z } from 'zod';
import { editors } from '../../access/editors.ts';
import { type Said, said } from '../../fields/said.ts';
import { isPossibleId } from '../../hooks/checkShape.ts';
import { Refusal } from '../../hooks/refusal.ts';
import { ParseProblem } from '../../library/parse/fields.ts';
import { applyChange } from './applyChange.ts';
import { cancelDay } from './cancelDay.ts';
import { clashes, clashesAsked } from './clashes.ts';
import { dateChange, dayOff } from './dateChange.ts';
import { putOutDates } from './putOutDates.ts';

const signIn = said('Sign in first.', 'Primero inicie sesión.');
const notYours = said('Only editors may change dates.', 'Solo quienes editan pueden cambiar fechas.');
const noDocument = said('There is no such workshop.', 'Ese taller no existe.');
const notPossible = said(
  'Nothing was changed: the workshop is not on the site, or its schedule has no such date. Save the form, and look at its dates again.',
  'No se cambió nada: el taller no está en el sitio, o su horario no tiene esa fecha. Guarde el formulario y revise las fechas.',
);
const unread = (fields: string): Said =>
  said(
    `This could not be read: ${fields}. Write days as 2026-11-24 and times as 18:30.`,
    `Esto no se pudo leer: ${fields}. Escriba los días así: 2026-11-24, y las horas así: 18:30.`,
  );

/** One date of a workshop, or all from it on, changed on the site at once. */
const changeDates: Endpoint = {
  path: '/:id/dates',
  method: 'post',
  handler: async (req) => {
    const change = await asked(req, dateChange);
    const id = String(req.routeParams?.id);
    if (!isPossibleId(req, id)) throw new Refusal(req, noDocument, 404);
    const isDone = await atOnce(req, () => putOutDates(req, id, (rows) => applyChange(rows, change)));
    if (!isDone) throw new Refusal(req, notPossible);
    return answer({ action: req.context.action });
  },
};

/** Everything on one day cancelled, with the notice that says so: one action, one receipt. */
const cancelWholeDay: Endpoint = {
  path: '/cancel-day',
  method: 'post',
  handler: async (req) => {
    const day = await asked(req, dayOff);
    const cancelled = await atOnce(req, () => cancelDay(req, day));
    return answer({ action: req.context.action, cancelled });
  },
};

/** Which other workshops have the place or the people of some dates at the same time. */
const findClashes: Endpoint = {
  path: '/clashes',
  method: 'post',
  handler: async (req) => answer({ clashes: await clashes(req, await asked(req, clashesAsked)) }),
};

export const workshopDates = [changeDates, cancelWholeDay, findClashes];

async function asked<Shape extends z.ZodType>(req: PayloadRequest, shape: Shape): Promise<z.infer<Shape>> {
  if (!req.user) throw new Refusal(req, signIn, 401);
  if (!(await editors({ req }))) throw new Refusal(req, notYours, 403);
  const read = shape.safeParse(await given(req));
  if (read.success) return read.data;
  throw new Refusal(req, unread([...new Set(read.error.issues.map(({ path, code }) => path.join('.') || code))].join(', ')));
}

async function given(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.();
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(req, unread('JSON'));
    throw error;
  }
}

/** All of it in one transaction and under one receipt, or nothing. */
async function atOnce<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  req.context.action = randomUUID();
  const isOurs = await initTransaction(req);
  try {
    const done = await work();
    if (isOurs) await commitTransaction(req);
    return done;
  } catch (error) {
    if (isOurs) await killTransaction(req);
    if (error instanceof ParseProblem) throw new Refusal(req, said(error.in('en'), error.in('es')));
    throw error;
  }
}

const answer = (body: object) => Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
