import { isDeepStrictEqual } from 'node:util';
import type { Algoliasearch, BatchRequest } from 'algoliasearch';
import { type AlgoliaRecord, algoliaIndexName } from '../../library/algolia.ts';
import type { Locale } from '../../library/locales.ts';
import type { Library } from '../../library/types.ts';
import { eachDocument } from '../documents.ts';
import { type SearchDisagreement, WouldLose } from '../indexer.ts';
import { applySettings } from './applySettings.ts';
import { addition, batches, writeBatches } from './batches.ts';
import { toAlgoliaRecords } from './records.ts';
import { losesTooMuch, reindex } from './reindex.ts';

/**
 * Compares every record of an index with the library's, and its settings, and writes again or takes away what disagrees; an index that would lose nearly
 * everything is left alone. The key needs the right `browse`.
 */
export async function auditIndex(client: Algoliasearch, library: Library, locale: Locale): Promise<SearchDisagreement[]> {
  const indexName = algoliaIndexName(locale);
  if (!(await client.indexExists({ indexName }))) {
    await reindex(client, library, locale);
    return [{ engine: 'Algolia', locale, is: 'whole' }];
  }
  const wanted = await recordsOf(library, locale);
  const [additions, deletions]: [BatchRequest[], BatchRequest[]] = [[], []];
  let standingCount = 0;
  const left = wanted.size;
  const found = new Map<string, SearchDisagreement>();
  const disagree = (is: SearchDisagreement['is'], { docId, path }: Pick<AlgoliaRecord, 'docId' | 'path'>) =>
    found.set(docId ?? path, { engine: 'Algolia', locale, is, path });
  await client.browseObjects<AlgoliaRecord>({
    indexName,
    browseParams: { attributesToRetrieve: ['*'] },
    aggregator: ({ hits }) => {
      standingCount += hits.length;
      for (const { _highlightResult, _snippetResult, _rankingInfo, _distinctSeqID, ...standing } of hits) {
        const record = wanted.get(standing.objectID);
        wanted.delete(standing.objectID);
        if (record && isDeepStrictEqual(plain(record), plain(standing))) continue;
        if (record) additions.push(addition(record));
        else deletions.push({ action: 'deleteObject', body: { objectID: standing.objectID } });
        disagree(record ? 'different' : 'extra', record ?? (standing as unknown as AlgoliaRecord));
      }
    },
  });
  for (const record of wanted.values()) {
    additions.push(addition(record));
    disagree('missing', record);
  }
  if (losesTooMuch(standingCount, left)) throw new WouldLose(indexName, standingCount, left);
  await writeBatches(client, indexName, batches([...additions, ...deletions].map((request) => [request])));
  const changed = await applySettings(client, library, locale);
  return [...found.values(), ...(changed?.length ? [{ engine: 'Algolia' as const, locale, is: 'settings' as const }] : [])];
}

async function recordsOf(library: Library, locale: Locale): Promise<Map<string, AlgoliaRecord>> {
  const records = await eachDocument(library, locale, toAlgoliaRecords);
  return new Map(records.flat().map((record) => [record.objectID, record]));
}

/** As it went over the wire. */
function plain(record: object): unknown {
  return JSON.parse(JSON.stringify(record));
}
