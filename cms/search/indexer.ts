import type { DocumentRef, Library } from '../library/types.ts';

/**
 * Keeps a search engine's index like the library. `changed` names the documents that a round published or took away; 'everything' is for the first
 * start, a new template and new search settings.
 *
 * `withdrawn` are the addresses that the engine may still answer with although no page stands there any more. It resolves as soon as the engine has
 * accepted the change, and rejects where it did not, saying what to do; pages never wait for it.
 */
export interface SearchIndexer {
  sync(library: Library, changed: readonly DocumentRef[] | 'everything'): Promise<{ withdrawn?: string[] }>;
}
