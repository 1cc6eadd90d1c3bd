import { isDeepStrictEqual } from 'node:util';
import type { Algoliasearch, BatchRequest } from 'algoliasearch';
import { type AlgoliaRecord, algoliaIndexName } from '../../library/algolia.ts';
import type { Locale } from '../../library/locales.ts';
import { searchableRefs, toSearchDocument } from '../../library/searchDocuments.ts';
import type { Library } from '../../library/types.ts';
import type { SearchDisagreement } from '../indexer.ts';
import { addition, batches, writeBatches } from './batches.ts';
import { toAlgoliaRecords } from './records.ts';
import { reindex } from './reindex.ts';

/** Compares every record of an index with the library's, and writes again or takes away those that disagree. The key needs the right `browse`. */
export async function auditIndex(client: Algoliasearch, library: Library, locale: Locale): Promise<SearchDisagreement[]> {
  const indexName = algoliaIndexName(locale);
  if (!(await client.indexExists({ indexName }))) {
    await reindex(client, library, locale);
    return [{ engine: 'Algolia', locale, is: 'whole' }];
  }
  const wanted = await recordsOf(library, locale);
  const requests: BatchRequest[] = [];
  const found = new Map<string, SearchDisagreement>();
  const disagree = (is: SearchDisagreement['is'], { docId, path }: Pick<AlgoliaRecord, 'docId' | 'path'>) =>
    found.set(docId ?? path, { engine: 'Algolia', locale, is, path });
  await client.browseObjects<AlgoliaRecord>({
    indexName,
    browseParams: { attributesToRetrieve: ['*'] },
    aggregator: ({ hits }) => {
      for (const { _highlightResult, _snippetResult, _rankingInfo, _distinctSeqID, ...standing } of hits) {
        const record = wanted.get(standing.objectID);
        wanted.delete(standing.objectID);
        if (record && isDeepStrictEqual(plain(record), plain(standing))) continue;
        requests.push(record ? addition(record) : { action: 'deleteObject', body: { objectID: standing.objectID } });
        disagree(record ? 'different' : 'extra', record ?? (standing as unknown as AlgoliaRecord));
      }
    },
  });
  for (const record of wanted.values()) {
    requests.push(addition(record));
    disagree('missing', record);
  }
  await writeBatches(client, indexName, batches(requests.map((request) => [request])));
  return [...found.values()];
}

async function recordsOf(library: Library, locale: Locale): Promise<Map<string, AlgoliaRecord>> {
  const records = new Map<string, AlgoliaRecord>();
  for (const [count, ref] of searchableRefs(library).entries()) {
    if (count % 200 === 199) await new Promise((next) => setImmediate(next));
    const document = toSearchDocument(library, ref, locale);
    for (const record of document ? toAlgoliaRecords(document) : []) records.set(record.objectID, record);
  }
  return records;
}

/** As it went over the wire. */
function plain(record: object): unknown {
  return JSON.parse(JSON.stringify(record));
}
