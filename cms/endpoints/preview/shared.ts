import type { Endpoint, PayloadRequest } from 'payload';
import { previewWordsIn } from '../../admin/preview/words.ts';
import { languageTag, locales } from '../../library/locales.ts';
import { publishedLocales } from '../../library/parse/index.ts';
import { isPublicCollection } from '../../library/sections.ts';
import type { PreviewLink } from '../../payload-types.ts';
import { openLink } from './linkRows.ts';
import { plainPage } from './plainPage.ts';
import { type ShownDraft, showFile, showHandout, showPage } from './showPage.ts';

/** For whoever has a link: the one version that it is for, and what that page brings along. There is no session here, and no other door. */
export const sharedPreviews: Endpoint[] = [
  {
    path: '/preview/shared/:token',
    method: 'get',
    handler: async (req) => {
      const { token } = req.routeParams as { token: string };
      const link = await openLink(req.payload, token);
      const draft = link && draftOf(link);
      if (!draft) return nothingHere();
      const how = { base: `/preview/shared/${token}`, framed: false, banner: await bannerOf(req, link), handout: 'handout' };
      return showPage(draft, how, ({ status }) => (status === 404 ? nothingHere() : notNow()));
    },
  },
  {
    path: '/preview/shared/:token/handout',
    method: 'get',
    handler: async (req) => {
      const link = await openLink(req.payload, req.routeParams?.token);
      const draft = link && draftOf(link);
      return draft ? showHandout(draft) : nothingHere();
    },
  },
  {
    path: '/preview/shared/:token/files/:folder/:name',
    method: 'get',
    handler: async (req) => {
      const { token, folder, name } = req.routeParams as { token: string; folder: string; name: string };
      return (await openLink(req.payload, token)) ? showFile(folder, name) : nothingHere();
    },
  },
];

function draftOf({ documentCollection: collection, documentId: id, locale, version }: PreviewLink): ShownDraft | undefined {
  return isPublicCollection(collection) ? { collection, id, locale, version } : undefined;
}

/** What this is and until which day it works, in the language of the text and the zone of the program. */
async function bannerOf({ payload }: PayloadRequest, { documentCollection, documentId, version, locale, expiresAt }: PreviewLink): Promise<string> {
  const { zone } = (await payload.findGlobal({ slug: 'program', depth: 0, overrideAccess: true })) as { zone?: string | null };
  const until = new Intl.DateTimeFormat(languageTag[locale], { dateStyle: 'long', timeZone: zone ?? 'America/New_York' }).format(new Date(expiresAt));
  const { docs } = await payload.findVersions({
    collection: documentCollection as 'articles',
    where: { id: { equals: version }, parent: { equals: documentId } },
    limit: 1,
    pagination: false,
    locale: 'all',
    depth: 0,
    overrideAccess: true,
  });
  const isPublished = publishedLocales(docs[0]?.version._status).includes(locale);
  return previewWordsIn(locale)[isPublished ? 'published' : 'draft'](until);
}

/** The same for every address that is no link, or one no more: it tells nobody which. */
function nothingHere(): Response {
  const sayings = {
    en: ['There is nothing here', 'This link does not work, or no longer. Ask whoever sent it to you for a new one.'],
    es: ['Aquí no hay nada', 'Este enlace no sirve, o ya no. Pida uno nuevo a quien se lo envió.'],
  };
  return bilingual(404, sayings);
}

function notNow(): Response {
  const sayings = {
    en: ['This cannot be shown right now', 'Try again in a few minutes.'],
    es: ['No se puede mostrar en este momento', 'Inténtelo de nuevo en unos minutos.'],
  };
  return bilingual(503, sayings);
}

function bilingual(status: number, sayings: Record<'en' | 'es', string[]>): Response {
  const said = locales.map((lang) => ({ lang, title: sayings[lang][0] ?? '', sentences: sayings[lang].slice(1) }));
  return plainPage(status, said, { framed: false });
}
