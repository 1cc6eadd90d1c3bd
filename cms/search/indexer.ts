import type { Locale } from '../library/locales.ts';
import type { DocumentRef, Library } from '../library/types.ts';

/** Something that an index answers otherwise than the library. */
export interface SearchDisagreement {
  engine: 'Algolia' | 'Pagefind';
  locale: Locale;
  /**
   * `extra`: found and should not be; `missing`: should be found; `different`: found with other words; `whole`: all of the index is of another text;
   * `settings`: it ranks by other settings, synonyms or rules.
   */
  is: 'extra' | 'missing' | 'different' | 'whole' | 'settings';
  /** The address of the document, where there is one. */
  path?: string;
}

/** What changed in a library: documents that a round published or took away, or, at the first start and with new search settings, everything. */
export type Changed = readonly DocumentRef[] | 'everything';

/** A search engine elsewhere, whose index is kept like the library. */
export interface SearchIndexer {
  /** Resolves when the engine answers with the change, and rejects where it did not take it, saying what to do. */
  sync(library: Library, changed: Changed): Promise<void>;
  /** Compares the index with the library, document by document, and mends it. Rejects where it cannot be looked through. */
  audit(library: Library): Promise<SearchDisagreement[]>;
}

/** An index that was left as it is, because it would have lost nearly everything. Single changes may still go into it. */
export class WouldLose extends Error {
  constructor(indexName: string, standing: number, left: number) {
    super(
      `The Algolia index ${indexName} has ${standing} records and would be left with ${left}, so nothing was changed. ` +
        "If that is right, delete the index in Algolia's dashboard: it is then filled anew.",
    );
    this.name = 'WouldLose';
  }
}
