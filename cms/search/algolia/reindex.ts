import type { Algoliasearch } from 'algoliasearch';
import { algoliaIndexName } from '../../library/algolia.ts';
import type { Locale } from '../../library/locales.ts';
import { toSearchDocuments } from '../../library/searchDocuments.ts';
import type { Library } from '../../library/types.ts';
import { addition, batches, writeBatches } from './batches.ts';
import { toAlgoliaRecords } from './records.ts';
import { indexSettings, synonymsIn } from './settings.ts';

/** A whole index of one language, made beside the present one with its settings and synonyms, and moved into its place in one step. */
export async function reindex(client: Algoliasearch, library: Library, locale: Locale): Promise<void> {
  const indexName = algoliaIndexName(locale);
  const documents = toSearchDocuments(library, locale).map(toAlgoliaRecords);
  await refuseLoss(client, indexName, documents.flat().length);

  const temporary = `${indexName}_tmp`;
  await client.waitForTask({ indexName: temporary, taskID: (await client.deleteIndex({ indexName: temporary })).taskID });
  await client.setSettings({ indexName: temporary, indexSettings: indexSettings(locale) });
  const synonymHit = synonymsIn(library, locale);
  if (synonymHit.length > 0) await client.saveSynonyms({ indexName: temporary, synonymHit, replaceExistingSynonyms: true });
  await writeBatches(client, temporary, batches(documents.map((records) => records.map(addition))));
  const { taskID } = await client.operationIndex({ indexName: temporary, operationIndexParams: { operation: 'move', destination: indexName } });
  await client.waitForTask({ indexName: temporary, taskID });
}

/** An index that would lose everything, or more than half, is more likely a mistake than a decision. */
async function refuseLoss(client: Algoliasearch, indexName: string, count: number): Promise<void> {
  const standing = await countRecords(client, indexName);
  if (count > 0 ? count * 2 >= standing : standing === 0) return;
  throw new Error(
    `The Algolia index ${indexName} has ${standing} records and would be left with ${count}, so nothing was changed. ` +
      "If that is right, delete the index in Algolia's dashboard and synchronize again.",
  );
}

async function countRecords(client: Algoliasearch, indexName: string): Promise<number> {
  if (!(await client.indexExists({ indexName }))) return 0;
  const { nbHits } = await client.searchSingleIndex({ indexName, searchParams: { query: '', hitsPerPage: 0, distinct: false, analytics: false } });
  return nbHits ?? 0;
}
