import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { roleOf } from '../../access/roles.ts';
import { lasts } from '../../admin/preview/lasts.ts';
import { readEnv } from '../../env.ts';
import { languageOf, type Said, said } from '../../fields/said.ts';
import { type Locale, locales } from '../../library/locales.ts';
import { isPublicCollection, type PublicCollection, publicCollections } from '../../library/sections.ts';
import { keepNewestVersion } from './linkRows.ts';
import { hashOfToken, newToken } from './token.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A link as staff see it in the list beside the document. */
export interface ListedLink {
  id: number | string;
  locale: Locale;
  expiresAt: string;
  revoked: boolean;
  note: string;
  by: string;
  createdAt: string;
}

const order = z.object({
  collection: z.enum(publicCollections as [PublicCollection, ...PublicCollection[]]),
  id: z.union([z.number(), z.string().min(1)]).transform(String),
  locale: z.enum(locales),
  days: z.union(lasts.map((days) => z.literal(days))),
  note: z.string().trim().max(120).default(''),
});

/** Making, listing and taking back the links beside a document. The token is told once, to whoever makes the link. */
export const previewLinks: Endpoint[] = [
  { path: '/preview/links/:collection/:id', method: 'get', handler: list },
  { path: '/preview/links', method: 'post', handler: make },
  { path: '/preview/links/:id/revoke', method: 'post', handler: revoke },
];

async function list(req: PayloadRequest): Promise<Response> {
  if (!req.user) return refused(req, 401, signInFirst);
  const { collection, id } = req.routeParams as { collection: string; id: string };
  if (!isPublicCollection(collection)) return refused(req, 404, noDocument);
  const { docs } = await req.payload.find({
    collection: 'previewLinks',
    where: { documentCollection: { equals: collection }, documentId: { equals: id } },
    sort: '-createdAt',
    limit: 20,
    pagination: false,
    depth: 1,
    user: req.user,
    overrideAccess: false,
  });
  const links: ListedLink[] = docs.map(({ id: link, locale, expiresAt, revokedAt, note, by, createdAt }) => ({
    id: link,
    locale,
    expiresAt,
    revoked: Boolean(revokedAt),
    note: note ?? '',
    by: by && typeof by === 'object' ? (by.name ?? '') : '',
    createdAt,
  }));
  return answer(200, { links, maySend: maySend(req) });
}

async function make(req: PayloadRequest): Promise<Response> {
  if (!req.user) return refused(req, 401, signInFirst);
  if (!maySend(req)) return refused(req, 403, editorsOnly);
  const parsed = order.safeParse(await bodyOf(req));
  if (!parsed.success)
    return refused(req, 400, said('Choose a document, a language and how long the link works.', 'Elija un documento, un idioma y cuánto dura el enlace.'));
  const { collection, id, locale, days, note } = parsed.data;
  const { totalDocs } = await req.payload.count({ collection, where: { id: { equals: id } }, user: req.user, overrideAccess: false });
  const version = totalDocs ? await keepNewestVersion(req, collection, id) : undefined;
  if (!version) return refused(req, 404, noDocument);
  const token = newToken();
  const { expiresAt } = await req.payload.create({
    collection: 'previewLinks',
    data: {
      documentCollection: collection,
      documentId: id,
      version,
      locale,
      expiresAt: new Date(Date.now() + days * dayMs).toISOString(),
      by: req.user.collection === 'staff' ? req.user.id : null,
      note,
      tokenHash: hashOfToken(token),
    },
    depth: 0,
    overrideAccess: true,
  });
  return answer(201, { url: `${readEnv().CMS_URL}/preview/shared/${token}`, expiresAt });
}

async function revoke(req: PayloadRequest): Promise<Response> {
  if (!req.user) return refused(req, 401, signInFirst);
  if (!maySend(req)) return refused(req, 403, editorsOnly);
  const { id } = req.routeParams as { id: string };
  const { docs } = await req.payload.update({
    collection: 'previewLinks',
    where: { id: { equals: id }, revokedAt: { exists: false } },
    data: { revokedAt: new Date().toISOString() },
    depth: 0,
    overrideAccess: true,
  });
  return answer(200, { revoked: docs.length });
}

/** Whoever may write a text may show it to others. */
function maySend(req: PayloadRequest): boolean {
  return ['admin', 'editor'].includes(roleOf(req) ?? '');
}

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const signInFirst = said('Sign in first.', 'Inicie sesión primero.');
const editorsOnly = said(
  'Editors send links for review. Ask one of them.',
  'Los enlaces para revisión los envían quienes editan. Pídaselo a alguien de edición.',
);
const noDocument = said('There is no such document.', 'Ese documento no existe.');

function refused(req: PayloadRequest, status: number, message: Said): Response {
  return answer(status, { errors: [{ message: message[languageOf(req)] }] });
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
