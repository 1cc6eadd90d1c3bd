import type { Endpoint, PayloadRequest } from 'payload';
import { planEach } from '../admin/schedules/plan.ts';
import { readPlanning } from '../admin/schedules/readPlanning.ts';
import { isScheduled, type ScheduledCollection } from '../collections/scheduled.ts';
import { said } from '../fields/said.ts';
import { Refusal } from '../hooks/refusal.ts';

/** Below the plans' own address. Payload keeps the name `collection` for that. */
const path = '/of/:part/:id';

const signIn = said('Sign in first.', 'Primero inicie sesión.');
const noDocument = said('There is no such document.', 'Ese documento no existe.');
const noLanguage = said('Choose at least one language.', 'Elija al menos un idioma.');

/** For the panel beside a document: what of it is planned, and what can be. */
const read: Endpoint = {
  path,
  method: 'get',
  handler: async (req) => {
    const { collection, id } = asked(req);
    const planning = await readPlanning(req, collection, id);
    if (!planning) throw new Refusal(req, noDocument, 404);
    return Response.json(planning, { headers: { 'Cache-Control': 'no-store' } });
  },
};

/** Plans several languages of a document at once: all of them, or none. `seen` is when the version was saved that the form named. */
const plan: Endpoint = {
  path,
  method: 'post',
  handler: async (req) => {
    const { collection, id } = asked(req);
    const given = (await req.json?.()) as Record<string, unknown> | null;
    if (!Array.isArray(given?.locales) || given.locales.length === 0) throw new Refusal(req, noLanguage);
    const made = await planEach(req, collection, id, given);
    return Response.json({ planned: made.map((row) => row.id) }, { status: 201, headers: { 'Cache-Control': 'no-store' } });
  },
};

export const planning = [read, plan];

function asked(req: PayloadRequest): { collection: ScheduledCollection; id: string } {
  const { part: collection, id } = req.routeParams as { part: string; id: string };
  if (!req.user) throw new Refusal(req, signIn, 401);
  if (!isScheduled(collection)) throw new Refusal(req, noDocument, 404);
  return { collection, id };
}
