import type { Algoliasearch, BatchRequest } from 'algoliasearch';
import { type AlgoliaRecord, algoliaIndexName } from '../../library/algolia.ts';
import type { Locale } from '../../library/locales.ts';
import { toSearchDocument } from '../../library/searchDocuments.ts';
import type { DocumentRef, Library } from '../../library/types.ts';
import { addition, batches, writeBatches } from './batches.ts';
import { docIdOf, objectIdOf, toAlgoliaRecords } from './records.ts';
import { reindex } from './reindex.ts';

/**
 * Brings some documents of one language up to date. What a document has now and what it no longer has go out in the same batch, so that no reader finds
 * half of it. Record 0 of each tells how many records stand in the index. A first change makes the whole index.
 */
export async function syncDocuments(client: Algoliasearch, library: Library, refs: readonly DocumentRef[], locale: Locale): Promise<void> {
  if (refs.length === 0) return;
  const indexName = algoliaIndexName(locale);
  if (!(await client.indexExists({ indexName }))) return reindex(client, library, locale);
  const standing = await recordCounts(
    client,
    indexName,
    refs.map((ref) => docIdOf({ ref, locale })),
  );
  const requests = refs.map((ref) => requestsFor(library, ref, locale, standing.get(docIdOf({ ref, locale })) ?? 0));
  await writeBatches(client, indexName, batches(requests));
}

function requestsFor(library: Library, ref: DocumentRef, locale: Locale, standing: number): BatchRequest[] {
  const document = toSearchDocument(library, ref, locale);
  const records = document ? toAlgoliaRecords(document) : [];
  const stale = Array.from({ length: Math.max(0, standing - records.length) }, (_, index) => objectIdOf(docIdOf({ ref, locale }), records.length + index));
  return [...records.map(addition), ...stale.map((objectID) => ({ action: 'deleteObject' as const, body: { objectID } }))];
}

/** Algolia answers for at most 1,000 objects at once. */
const objectsAtOnce = 1_000;

async function recordCounts(client: Algoliasearch, indexName: string, docIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let start = 0; start < docIds.length; start += objectsAtOnce) {
    const requests = docIds
      .slice(start, start + objectsAtOnce)
      .map((docId) => ({ indexName, objectID: objectIdOf(docId, 0), attributesToRetrieve: ['docId', 'records'] }));
    const { results } = await client.getObjects<Pick<AlgoliaRecord, 'docId' | 'records'> | null>({ requests });
    // An object that is not there is null in its place.
    for (const record of results) if (record) counts.set(record.docId, record.records ?? 1);
  }
  return counts;
}
