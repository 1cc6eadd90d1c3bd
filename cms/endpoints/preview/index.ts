import type { Endpoint, PayloadRequest } from 'payload';
import { previewWordsIn } from '../../admin/preview/words.ts';
import { languageOf } from '../../fields/said.ts';
import { isLocale } from '../../library/locales.ts';
import { isPublicCollection } from '../../library/sections.ts';
import { frame } from './frame.ts';
import { previewLinks } from './links.ts';
import { sharedPreviews } from './shared.ts';
import { type ShownDraft, sayWhy, showFile, showHandout, showPage } from './showPage.ts';

/** Drafts as pages. They answer under /preview of the admin: to staff, and, for a link that was sent, to whoever has it. */
export const preview: Endpoint[] = [
  {
    path: '/preview/frame/:collection/:id',
    method: 'get',
    handler: forStaff(async (req, draft) => {
      return frame(`/preview/page/${addressOf(draft)}`, languageOf(req), previewWordsIn(languageOf(req)));
    }),
  },
  {
    path: '/preview/page/:collection/:id',
    method: 'get',
    handler: forStaff((req, draft) =>
      showPage(draft, { base: '/preview', framed: true, handout: `handout/${addressOf(draft)}` }, (answer) => sayWhy(answer, languageOf(req))),
    ),
  },
  { path: '/preview/handout/:collection/:id', method: 'get', handler: forStaff((_, draft) => showHandout(draft)) },
  {
    path: '/preview/files/:folder/:name',
    method: 'get',
    handler: async (req) => {
      if (!req.user) return new Response(null, { status: 401 });
      const { folder, name } = req.routeParams as { folder: string; name: string };
      return showFile(folder, name);
    },
  },
  ...previewLinks,
  ...sharedPreviews,
];

/** Only for those who may read the document. */
function forStaff(answer: (req: PayloadRequest, draft: ShownDraft) => Promise<Response>) {
  return async (req: PayloadRequest): Promise<Response> => {
    if (!req.user) return new Response(null, { status: 401 });
    const draft = askedIn(req);
    if (!draft) return sayWhy({ ok: false, status: 400, reason: 'unclear' }, languageOf(req));
    if (!(await mayRead(req, draft))) return sayWhy({ ok: false, status: 404, reason: 'missing' }, languageOf(req));
    return answer(req, draft);
  };
}

function addressOf({ collection, id, locale, version }: ShownDraft): string {
  return `${collection}/${encodeURIComponent(id)}?${new URLSearchParams({ locale, ...(version && { version }) })}`;
}

function askedIn({ routeParams, searchParams }: PayloadRequest): ShownDraft | undefined {
  const { collection, id } = routeParams as { collection: string; id: string };
  const locale = searchParams.get('locale');
  const version = searchParams.get('version');
  return isPublicCollection(collection) && isLocale(locale) ? { collection, id, locale, ...(version && { version }) } : undefined;
}

async function mayRead({ payload, user }: PayloadRequest, { collection, id }: ShownDraft): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection, where: { id: { equals: id } }, user, overrideAccess: false });
  return totalDocs > 0;
}
