import type { Algoliasearch, BatchRequest } from 'algoliasearch';
import type { AlgoliaRecord } from '../../library/algolia.ts';

/** What Algolia advises for one call. */
const requestsAtOnce = 1_000;

export function addition(record: AlgoliaRecord): BatchRequest {
  return { action: 'addObject', body: { ...record } };
}

/** Joins the requests of documents into calls, never cutting a document in two. */
export function batches(documents: readonly BatchRequest[][]): BatchRequest[][] {
  const calls: BatchRequest[][] = [];
  for (const requests of documents) {
    const last = calls.at(-1);
    if (last && last.length + requests.length <= requestsAtOnce) last.push(...requests);
    else if (requests.length > 0) calls.push([...requests]);
  }
  return calls;
}

/** Sends the calls one after another and resolves when Algolia has carried out the last. Tasks of an index run in their order. */
export async function writeBatches(client: Algoliasearch, indexName: string, calls: readonly BatchRequest[][]): Promise<void> {
  let last: number | undefined;
  for (const requests of calls) last = (await client.batch({ indexName, batchWriteParams: { requests } })).taskID;
  if (last !== undefined) await client.waitForTask({ indexName, taskID: last });
}
