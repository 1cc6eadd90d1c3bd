import { type Algoliasearch, algoliasearch } from 'algoliasearch';
import { algoliaHost } from '../../library/algolia.ts';
import { locales } from '../../library/locales.ts';
import type { DocumentRef, Library } from '../../library/types.ts';
import type { SearchIndexer } from '../indexer.ts';
import { auditIndex } from './auditIndex.ts';
import { explained } from './reasons.ts';
import { reindex } from './reindex.ts';
import { syncDocuments } from './syncDocuments.ts';

export interface AlgoliaOptions {
  appId: string;
  /** May write; never leaves the server. */
  writeKey: string;
  /** Another address than Algolia's own, with its scheme: for tests. */
  host?: string | undefined;
}

export function algoliaClient(appId: string, key: string, host: string | undefined): Algoliasearch {
  return algoliasearch(appId, key, host ? { hosts: [algoliaHost(host)] } : {});
}

/** Keeps one Algolia index a language like the library, and resolves when Algolia has carried out the change. */
export function createAlgoliaIndexer({ appId, writeKey, host }: AlgoliaOptions): SearchIndexer {
  const client = algoliaClient(appId, writeKey, host);
  return {
    async sync(library, changed) {
      for (const locale of locales) {
        if (changed === 'everything') await explained(reindex(client, library, locale));
        else await explained(syncDocuments(client, library, withDependents(library, changed), locale));
      }
    },
    async audit(library) {
      const found = [];
      for (const locale of locales) found.push(...(await explained(auditIndex(client, library, locale))));
      return found;
    },
  };
}

/** A topic's title stands in the records of the documents on it. */
function withDependents(library: Library, changed: readonly DocumentRef[]): DocumentRef[] {
  const topics = new Set(changed.filter((ref) => ref.collection === 'topics').map((ref) => ref.id));
  if (topics.size === 0) return [...changed];
  const { articles, faqs, workshops, materials } = library.documents;
  const onThem = [articles, faqs, workshops, materials]
    .flatMap((collection) => [...collection.values()])
    .filter((document) => document.topics.some((id) => topics.has(id)));
  const all = [...changed, ...onThem.map(({ collection, id }) => ({ collection, id }))];
  return [...new Map(all.map((ref) => [`${ref.collection}:${ref.id}`, ref])).values()];
}
