import type { CollectionSlug, GlobalSlug } from 'payload';
import type { Locale } from '../../library/locales.ts';
import { newestOfEach } from '../../publishing/backlog.ts';
import { reasonIn } from '../../publishing/reasons.ts';
import type { ReceiptState } from '../receipts/receipt.ts';
import { ask, type Desk, type Item, itemOf, labelIn, type Row, titleField } from './desk.ts';

export interface Published extends Item {
  id: number | string;
  state: ReceiptState;
  change: 'published' | 'unpublished' | 'deleted' | 'settings';
  languages: Locale[];
  savedAt: string;
  error: string;
}

const shown = 8;

/** The newest change of each document: those that failed, however long ago, and the last few that went well. */
export async function recentPublications(desk: Desk, untitled: string): Promise<{ failed: Published[]; recent: Published[] }> {
  const [newest, failures] = await Promise.all([
    ask(desk, 'publications', { sort: '-savedAt', where: { documentCollection: { not_equals: 'reviews' } } }),
    ask(desk, 'publications', { sort: '-savedAt', where: { state: { equals: 'failed' } } }),
  ]);
  const since = failures.length
    ? await ask(desk, 'publications', {
        sort: '-savedAt',
        where: { documentId: { in: [...new Set(failures.map((row) => String(row.documentId ?? '')))] } },
        limit: 500,
      })
    : [];
  const latest = newestOfEach([...newest, ...failures, ...since]);
  const failed = latest.filter((row) => row.state === 'failed');
  const recent = newestOfEach(newest)
    .filter((row) => row.state !== 'failed')
    .slice(0, shown);
  const nameOf = await namesOf(desk, [...failed, ...recent], untitled);
  const published = (row: Row): Published => ({
    ...nameOf(row),
    id: row.id,
    state: row.state as ReceiptState,
    change: row.change as Published['change'],
    languages: (row.languages as Locale[] | null) ?? [],
    savedAt: String(row.savedAt),
    error: reasonIn(String(row.error ?? ''), desk.language),
  });
  return { failed: failed.map(published), recent: recent.map(published) };
}

/** What the documents of publications are called: one query a collection. A document that is deleted keeps the name of its kind. */
export async function namesOf(desk: Desk, rows: readonly Row[], untitled: string): Promise<(row: Row) => Item> {
  const { collections } = desk.payload;
  const named = [...new Set(rows.map((row) => String(row.documentCollection)))].filter(
    (slug) => Object.hasOwn(collections, slug) && titleField(desk, slug) !== 'id',
  ) as CollectionSlug[];
  const documents = new Map<string, Row>(
    (
      await Promise.all(
        named.map(async (collection) => {
          const ids = rows.filter((row) => row.documentCollection === collection).map((row) => String(row.documentId));
          return (await ask(desk, collection, { where: { id: { in: ids } }, fields: [titleField(desk, collection)] })).map(
            (row) => [`${collection}/${row.id}`, row] as const,
          );
        }),
      )
    ).flat(),
  );
  return (row) => {
    const collection = String(row.documentCollection);
    const document = documents.get(`${collection}/${row.documentId}`);
    return document ? itemOf(desk, collection, document, untitled) : namelessItem(desk, collection, row);
  };
}

/** A global, a review, or a document that is gone: the receipt itself is what can be opened. */
function namelessItem(desk: Desk, collection: string, row: Row): Item {
  const global = desk.payload.globals.config.find(({ slug }) => slug === (collection as GlobalSlug));
  if (global) return { title: labelIn(global.label, desk.language), kind: '', href: `/admin/globals/${collection}` };
  const config = desk.payload.collections[collection as CollectionSlug]?.config;
  const gone = row.change === 'deleted' || !config;
  return {
    title: config ? labelIn(config.labels.singular, desk.language) : collection,
    kind: '',
    href: gone ? `/admin/collections/publications/${row.id}` : `/admin/collections/${collection}/${row.documentId}`,
  };
}
