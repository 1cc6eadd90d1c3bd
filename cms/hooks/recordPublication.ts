import { randomUUID } from 'node:crypto';
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, GlobalAfterChangeHook, PayloadRequest } from 'payload';
import { isLocale, type Locale, locales } from '../library/locales.ts';
import { paths } from '../library/paths.ts';
import { isPublicCollection } from '../library/sections.ts';
import { refuseUnlessTaken } from './askBeforeTaking.ts';

type Row = Record<string, unknown> & { id: number | string };
type Change = 'published' | 'unpublished' | 'deleted' | 'settings';

/**
 * Writes, in the save's own transaction, what the save means for families: one `publications` row for the publisher (outbox and receipt in one), and the
 * `addresses` rows. A draft save leaves neither: it does not touch the document's main row.
 */
export const recordPublication: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const row = await mainRow(req, collection.slug, doc.id);
  if (!row || (collection.versions?.drafts && String(row.updatedAt) !== String(doc.updatedAt))) return doc;
  const published = collection.versions?.drafts ? publishedLocales(row) : [...locales];
  const wentAway = await recordAddresses(req, collection.slug, row, published);
  if (published.length > 0 || wentAway.length > 0 || wasPublished(row)) {
    await queue(
      req,
      collection.slug,
      String(doc.id),
      [...new Set([...published, ...wentAway])],
      published.length > 0 ? 'published' : row.deletedAt ? 'deleted' : 'unpublished',
    );
  }
  return doc;
};

/** What families never saw, or what went away when it was put in the trash, leaves no further row. */
export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, id, doc, req }) => {
  const wentAway = await recordAddresses(req, collection.slug, { ...doc, id }, []);
  const neverPublic = isPublicCollection(collection.slug) ? wentAway.length === 0 : collection.versions?.drafts && !doc.publishedAt;
  if (!neverPublic) await queue(req, collection.slug, String(id), wentAway, 'deleted');
  return doc;
};

export const recordSettings: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  await queue(req, global.slug, '', [...locales], 'settings');
  return doc;
};

/** The row as this transaction has it, in every language: `_status` and `slug` by locale. */
async function mainRow(req: PayloadRequest, collection: string, id: number | string): Promise<Row | null> {
  return (await req.payload.db.findOne({ collection: collection as 'articles', where: { id: { equals: id } }, locale: 'all', req })) as Row | null;
}

function byLocale(value: unknown): Partial<Record<Locale, unknown>> {
  if (value && typeof value === 'object') return value;
  return Object.fromEntries(locales.map((locale) => [locale, value]));
}

function publishedLocales(row: Row): Locale[] {
  if (row.deletedAt) return [];
  const status = byLocale(row._status);
  return locales.filter((locale) => status[locale] === 'published');
}

function wasPublished(row: Row): boolean {
  return Boolean(row.publishedAt);
}

/** Brings the addresses of a document up to date; tells in which languages one went away. */
async function recordAddresses(req: PayloadRequest, collection: string, row: Row, published: Locale[]): Promise<Locale[]> {
  if (!isPublicCollection(collection)) return [];
  const { payload } = req;
  const slugs = byLocale(row.slug);
  const code = typeof row.code === 'string' ? row.code : '';
  const own = { documentCollection: { equals: collection }, documentId: { equals: String(row.id) } };
  const { docs: known } = await payload.find({ collection: 'addresses', where: own, pagination: false, depth: 0, req: within(req) });
  const wentAway: Locale[] = [];
  for (const locale of locales) {
    const slug = slugs[locale];
    const path = published.includes(locale) && typeof slug === 'string' && slug ? paths.document(locale, collection, slug) : undefined;
    for (const address of known.filter((other) => other.locale === locale && other.path !== path)) {
      const state = path ? 'moved' : 'gone';
      if (address.state === state) continue;
      if (address.state === 'live' && !path) wentAway.push(locale);
      await payload.update({ collection: 'addresses', id: address.id, data: { state }, depth: 0, req: within(req) });
    }
    if (!path) continue;
    const mine = known.find((address) => address.path === path);
    if (mine?.state === 'live') continue;
    await refuseUnlessTaken(req, { collection, id: row.id, locale, slug: String(slug) });
    if (mine) {
      await payload.update({ collection: 'addresses', id: mine.id, data: { state: 'live' }, depth: 0, req: within(req) });
    } else {
      await payload.create({
        collection: 'addresses',
        data: { locale, path, documentCollection: collection, documentId: String(row.id), code, state: 'live' },
        depth: 0,
        req: within(req),
      });
    }
  }
  return wentAway;
}

async function queue(req: PayloadRequest, collection: string, documentId: string, changed: Locale[], change: Change): Promise<void> {
  // A request makes one context for all documents that it is about.
  req.context.action ??= randomUUID();
  const planned = req.context.schedule as { id: number; by: number | null } | undefined;
  await req.payload.create({
    collection: 'publications',
    data: {
      documentCollection: collection,
      documentId,
      languages: changed.filter(isLocale),
      change,
      by: planned ? planned.by : req.user?.collection === 'staff' ? req.user.id : null,
      schedule: planned?.id ?? null,
      action: String(req.context.action),
      savedAt: new Date().toISOString(),
      state: 'waiting',
    },
    depth: 0,
    req: within(req),
  });
}

/** A call of its own in the same transaction: a save that puts an old version back would have the row take nothing from what it was. */
const within = ({ i18n, transactionID }: PayloadRequest) => ({ i18n, transactionID }) as Partial<PayloadRequest>;
