import { randomUUID } from 'node:crypto';
import { said } from '../../fields/said.ts';
import type { Locale } from '../../library/locales.ts';
import { keyOf } from '../../library/rowKey.ts';
import { publicCollections } from '../../library/sections.ts';
import type { AnyDocument } from '../../library/types.ts';
import type { Tally } from './report.ts';
import { type AuditedSite, libraryOf, nameOf, parts, type Steps, settled } from './site.ts';

const documentsAtOnce = 50;

/**
 * Finds published documents whose newest save left no publication, as a crash leaves them where the database has no transactions. Each gets one, which the
 * publisher carries out like any other.
 */
export async function* checkReceipts(site: AuditedSite, tally: Tally): Steps {
  for (const collection of publicCollections) {
    for (const documents of parts<AnyDocument>(libraryOf(site).documents[collection].values(), documentsAtOnce)) {
      tally.count('receipts', documents.length);
      for (const document of await forgotten(site, documents)) {
        await publish(site, document);
        const name = nameOf(libraryOf(site), document);
        const { updatedAt } = document;
        tally.found(
          'receipts',
          true,
          said(
            `${name} was changed at ${updatedAt} without a publication. One was written, and it goes out now.`,
            `${name} se modificó el ${updatedAt} sin publicación. Se creó una, que sale ahora.`,
          ),
        );
      }
      yield 'more';
    }
  }
}

async function forgotten(site: AuditedSite, documents: readonly AnyDocument[]): Promise<AnyDocument[]> {
  const [oldest = ''] = documents.map(({ updatedAt }) => updatedAt).sort();
  const { docs } = await site.payload.find({
    collection: 'publications',
    where: { documentId: { in: documents.map(({ id }) => id) }, savedAt: { greater_than_equal: oldest } },
    select: { documentCollection: true, documentId: true, savedAt: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  const newest = new Map<string, string>();
  for (const { documentCollection, documentId, savedAt } of docs) {
    const key = keyOf({ collection: documentCollection, id: documentId ?? '' });
    if (savedAt > (newest.get(key) ?? '')) newest.set(key, savedAt);
  }
  return documents.filter((document) => settled(site, document.updatedAt) && (newest.get(keyOf(document)) ?? '') < document.updatedAt);
}

async function publish({ payload }: AuditedSite, { collection, id, text }: AnyDocument): Promise<void> {
  await payload.create({
    collection: 'publications',
    data: {
      documentCollection: collection,
      documentId: id,
      languages: Object.keys(text) as Locale[],
      change: 'published',
      action: randomUUID(),
      savedAt: new Date().toISOString(),
      state: 'waiting',
    },
    depth: 0,
    overrideAccess: true,
  });
}
