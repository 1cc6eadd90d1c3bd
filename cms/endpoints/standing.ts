import type { CollectionSlug, Endpoint } from 'payload';
import { readSettingsStanding, readStanding } from '../admin/standing/readStanding.ts';
import { languageOf, type Said, said } from '../fields/said.ts';
import { isLocale } from '../library/locales.ts';

/** For the panel beside a document (or `globals/<name>`): what of it families see, and what a clinician said of that. Only for those who may read the document. */
export const standing: Endpoint = {
  path: '/standing/:collection/:id',
  method: 'get',
  handler: async (req) => {
    const { collection, id } = req.routeParams as { collection: string; id: string };
    const locale = req.searchParams.get('locale');
    const refused = (status: number, message: Said) => answer(status, { errors: [{ message: message[languageOf(req)] }] });
    if (!req.user) return refused(401, said('Sign in first.', 'Inicie sesión primero.'));
    if (!isLocale(locale)) return refused(400, said('Language (locale): choose en or es.', 'Idioma (locale): elija en o es.'));
    if (collection === 'globals') {
      const settings = await readSettingsStanding(req, id);
      return settings ? answer(200, settings) : refused(404, said('There are no such settings.', 'Esa configuración no existe.'));
    }
    const found = Object.hasOwn(req.payload.collections, collection)
      ? await readStanding(req, { collection: collection as CollectionSlug, id, locale })
      : undefined;
    return found ? answer(200, found) : refused(404, said('There is no such document.', 'Ese documento no existe.'));
  },
};

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
