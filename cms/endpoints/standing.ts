import type { CollectionSlug, Endpoint } from 'payload';
import { readStanding } from '../admin/standing/readStanding.ts';
import { isLocale } from '../library/locales.ts';

/** For the panel beside a document: what of it families see, and what a clinician said of that. Only for those who may read the document. */
export const standing: Endpoint = {
  path: '/standing/:collection/:id',
  method: 'get',
  handler: async (req) => {
    const { collection, id } = req.routeParams as { collection: string; id: string };
    const locale = req.searchParams.get('locale');
    if (!req.user) return answer(401, { errors: [{ message: 'Sign in first.' }] });
    if (!isLocale(locale)) return answer(400, { errors: [{ message: 'locale: say en or es.' }] });
    const found = Object.hasOwn(req.payload.collections, collection)
      ? await readStanding(req, { collection: collection as CollectionSlug, id, locale })
      : undefined;
    return found ? answer(200, found) : answer(404, { errors: [{ message: 'There is no such document.' }] });
  },
};

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
