import type { Locale } from '../library/locales.ts';
import type { DocumentRef, Library } from '../library/types.ts';

/** Something that an index answers otherwise than the library. */
export interface SearchDisagreement {
  engine: 'Algolia' | 'Pagefind';
  locale: Locale;
  /** `extra`: found and should not be; `missing`: should be found; `different`: found with other words; `whole`: all of the index is of another text. */
  is: 'extra' | 'missing' | 'different' | 'whole';
  /** The address of the document, where there is one. */
  path?: string;
}

/**
 * Keeps a search engine's index like the library. `changed` names the documents that a round published or took away; 'everything' is for the first
 * start, a new template and new search settings.
 *
 * `withdrawn` are the addresses that the engine may still answer with although no page stands there any more. It resolves as soon as the engine has
 * accepted the change, and rejects where it did not, saying what to do; pages never wait for it.
 */
export interface SearchIndexer {
  sync(library: Library, changed: readonly DocumentRef[] | 'everything'): Promise<{ withdrawn?: string[] }>;
  /** Compares the index with the library of the newest `sync`, document by document, and mends it. Rejects where it cannot be looked through. */
  audit(library: Library): Promise<SearchDisagreement[]>;
}
