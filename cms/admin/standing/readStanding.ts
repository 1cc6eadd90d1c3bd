import type { CollectionSlug, PayloadRequest } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { roleOf } from '../../access/roles.ts';
import { isReviewed, type ReviewedCollection } from '../../collections/reviewed.ts';
import { readEnv } from '../../env.ts';
import { languageOf } from '../../fields/said.ts';
import { contentHash } from '../../library/contentHash.ts';
import { type Locale, locales } from '../../library/locales.ts';
import { documentFrom, Fields, ParseProblem, publishedLocales, reviewFrom } from '../../library/parse/index.ts';
import { paths } from '../../library/paths.ts';
import { readGlobals } from '../../library/readLibrary.ts';
import { reviewState } from '../../library/reviewState.ts';
import { isPublicCollection } from '../../library/sections.ts';
import { type Receipt, receiptOf } from '../receipts/receipt.ts';
import type { ReviewStanding, Standing } from './standing.ts';

type Row = Record<string, unknown> & { id: number | string };
interface Asked {
  collection: CollectionSlug;
  id: string;
  locale: Locale;
}

/** How one language of a document stands, as whoever asks may know it. Nothing if there is no such document. */
export async function readStanding(req: PayloadRequest, asked: Asked): Promise<Standing | undefined> {
  const row = await rowOf(req, asked, false);
  if (!row) return undefined;
  // What is in the trash keeps its status for the day it comes back; families see none of it.
  const published = row.deletedAt ? { ...row, _status: 'draft' } : row;
  const publication = await newestPublication(req, asked);
  const review = isReviewed(asked.collection) ? await readReview(req, published, { ...asked, collection: asked.collection }) : undefined;
  return { ...(publication && { publication }), pages: pagesOf(published, asked), mayPublish: mayPublish(req), ...(review && { review }) };
}

/** How settings that stand on every page stand. Nothing if there are none of that name. */
export async function readSettingsStanding(req: PayloadRequest, slug: string): Promise<Standing | undefined> {
  if (!readGlobals.includes(slug)) return undefined;
  const publication = await newestPublication(req, { collection: slug, id: '' });
  const { SITE_URL } = readEnv();
  const pages = Object.fromEntries(locales.map((locale) => [locale, SITE_URL + (slug === 'program' ? paths.home(locale) : paths.search(locale))]));
  return { ...(publication && { publication }), pages, mayPublish: mayPublish(req) };
}

function mayPublish(req: PayloadRequest): boolean {
  return ['admin', 'editor'].includes(roleOf(req) ?? '');
}

async function rowOf({ payload, user }: PayloadRequest, { collection, id }: Asked, draft: boolean): Promise<Row | undefined> {
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    draft,
    trash: true,
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    user,
    overrideAccess: false,
  });
  return docs[0] as Row | undefined;
}

async function newestPublication(req: PayloadRequest, { collection, id }: { collection: string; id: string }): Promise<Receipt | undefined> {
  const { docs } = await req.payload.find({
    collection: 'publications',
    where: { documentCollection: { equals: collection }, documentId: { equals: id } },
    sort: '-savedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    user: req.user,
    overrideAccess: false,
  });
  const newest = docs[0];
  return newest && receiptOf(newest as unknown as Row, languageOf(req));
}

function pagesOf(row: Row, { collection }: Asked): Standing['pages'] {
  if (!isPublicCollection(collection)) return {};
  const slugs = (row.slug ?? {}) as Partial<Record<Locale, string>>;
  const { SITE_URL } = readEnv();
  return Object.fromEntries(
    publishedLocales(row._status).flatMap((locale) => {
      const slug = slugs[locale];
      return slug ? [[locale, SITE_URL + paths.document(locale, collection, slug)]] : [];
    }),
  );
}

async function readReview(req: PayloadRequest, published: Row, asked: Asked & { collection: ReviewedCollection }): Promise<ReviewStanding> {
  const { payload, user } = req;
  const { collection, id, locale } = asked;
  const [{ docs }, draft, today, role] = await Promise.all([
    payload.find({
      collection: 'reviews',
      where: { 'document.value': { equals: published.id }, locale: { equals: locale } },
      sort: '-createdAt',
      limit: 50,
      pagination: false,
      locale: 'all',
      fallbackLocale: false,
      depth: 0,
      user,
      overrideAccess: false,
    }),
    rowOf(req, asked, true),
    todayIn(req),
    lastRole(req, locale),
  ]);
  const reviews = docs
    .reverse()
    .map((row) => reviewFrom(new Fields(row)))
    .filter((review) => review.document.collection === collection && review.document.id === id);
  const newest = [...reviews].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1);
  const isPublished = publishedLocales(published._status).includes(locale);
  return {
    ...(isPublished ? stateOf(req, published, asked, reviews, today.toString()) : { state: 'not-published' as const }),
    ...(newest && { newest: { on: newest.on, due: newest.due, role: newest.role[locale] } }),
    unpublishedChanges: isPublished && !publishedLocales(draft?._status).includes(locale),
    mayReview: ['admin', 'clinician'].includes(roleOf(req) ?? ''),
    suggested: { role, due: today.add({ years: 1 }).toString() },
  };
}

function stateOf(
  req: PayloadRequest,
  row: Row,
  { collection, locale }: Asked & { collection: ReviewedCollection },
  reviews: Parameters<typeof reviewState>[2],
  today: string,
): Pick<ReviewStanding, 'state' | 'problem' | 'seen'> {
  try {
    const document = documentFrom(collection, row);
    return { state: reviewState(document, locale, reviews, today).state, seen: contentHash(document, locale) };
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    return { state: 'unreadable', problem: error.in(languageOf(req)) };
  }
}

/** The program's own day: a review falls due where its families live. */
async function todayIn({ payload, user }: PayloadRequest): Promise<Temporal.PlainDate> {
  const { zone } = (await payload.findGlobal({ slug: 'program', depth: 0, user, overrideAccess: false })) as { zone?: string | null };
  return Temporal.Now.plainDateISO(zone ?? 'America/New_York');
}

async function lastRole({ payload, user }: PayloadRequest, locale: Locale): Promise<string> {
  if (!user) return '';
  const { docs } = await payload.find({
    collection: 'reviews',
    where: { reviewer: { equals: user.id }, locale: { equals: locale } },
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    locale,
    depth: 0,
    user,
    overrideAccess: false,
  });
  return docs[0]?.role ?? '';
}
