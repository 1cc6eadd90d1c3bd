import type { Algoliasearch } from 'algoliasearch';
import { algoliaIndexName } from '../../library/algolia.ts';
import type { Locale } from '../../library/locales.ts';
import type { Library } from '../../library/types.ts';
import { eachDocument } from '../documents.ts';
import { WouldLose } from '../indexer.ts';
import { addition, batches, writeBatches } from './batches.ts';
import { toAlgoliaRecords } from './records.ts';
import { indexSettings, rulesIn, synonymsIn } from './settings.ts';

/** A whole index of one language, made beside the present one with its settings, synonyms and rules, and moved into its place in one step. */
export async function reindex(client: Algoliasearch, library: Library, locale: Locale): Promise<void> {
  const indexName = algoliaIndexName(locale);
  const documents = await eachDocument(library, locale, toAlgoliaRecords);
  await refuseLoss(client, indexName, documents.flat().length);

  const temporary = `${indexName}_tmp`;
  await client.waitForTask({ indexName: temporary, taskID: (await client.deleteIndex({ indexName: temporary })).taskID });
  await client.setSettings({ indexName: temporary, indexSettings: indexSettings(locale) });
  const [synonymHit, rules] = [synonymsIn(library, locale), rulesIn(library, locale)];
  if (synonymHit.length > 0) await client.saveSynonyms({ indexName: temporary, synonymHit, replaceExistingSynonyms: true });
  if (rules.length > 0) await client.saveRules({ indexName: temporary, rules, clearExistingRules: true });
  await writeBatches(client, temporary, batches(documents.map((records) => records.map(addition))));
  const { taskID } = await client.operationIndex({ indexName: temporary, operationIndexParams: { operation: 'move', destination: indexName } });
  await client.waitForTask({ indexName: temporary, taskID });
}

/** An index that would lose everything, or more than half, is more likely a mistake than a decision. */
async function refuseLoss(client: Algoliasearch, indexName: string, left: number): Promise<void> {
  const standing = await countRecords(client, indexName);
  if (losesTooMuch(standing, left)) throw new WouldLose(indexName, standing, left);
}

export function losesTooMuch(standing: number, left: number): boolean {
  return left === 0 ? standing > 0 : left * 2 < standing;
}

async function countRecords(client: Algoliasearch, indexName: string): Promise<number> {
  if (!(await client.indexExists({ indexName }))) return 0;
  const searchParams = { query: '', hitsPerPage: 0, distinct: false, analytics: false, clickAnalytics: false };
  const { nbHits } = await client.searchSingleIndex({ indexName, searchParams });
  return nbHits ?? 0;
}
