import type { Endpoint } from 'payload';
import { z } from 'zod';
import { roleOf } from '../access/roles.ts';
import { languageOf, type Said, said } from '../fields/said.ts';

const asked = z.object({
  ids: z
    .array(z.union([z.int(), z.string().regex(/^[\da-f]{1,24}$/)]))
    .min(1)
    .max(200),
});

/** 'Try again': has publications that failed wait for the publisher once more. For those who may publish. What did not fail stays as it is. */
export const publishAgain: Endpoint = {
  path: '/receipts/again',
  method: 'post',
  handler: async (req) => {
    const refused = (status: number, message: Said) => answer(status, { errors: [{ message: message[languageOf(req)] }] });
    if (!req.user) return refused(401, said('Sign in first.', 'Inicie sesión primero.'));
    if (!['admin', 'editor'].includes(roleOf(req) ?? ''))
      return refused(403, said('Only editors and admins publish.', 'Solo publican las personas editoras y administradoras.'));
    const body = asked.safeParse(await req.json?.().catch(() => undefined));
    if (!body.success) return refused(400, said('Say which publications, as a list of ids.', 'Indique qué publicaciones, con una lista de ids.'));
    // Compared as text: an id that this database could never have made finds nothing.
    const named = new Set(body.data.ids.map(String));
    const { docs: failed } = await req.payload.find({
      collection: 'publications',
      where: { state: { equals: 'failed' } },
      select: { state: true },
      pagination: false,
      depth: 0,
      overrideAccess: true,
    });
    const ids = failed.flatMap(({ id }) => (named.has(String(id)) ? [id] : []));
    if (ids.length === 0) return answer(200, { again: 0 });
    await req.payload.update({
      collection: 'publications',
      where: { and: [{ id: { in: ids } }, { state: { equals: 'failed' } }] },
      data: { state: 'waiting', error: null },
      depth: 0,
      overrideAccess: true,
    });
    return answer(200, { again: ids.length });
  },
};

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
