import type { Library } from '../library/types.ts';
import { type AlgoliaOptions, createAlgoliaIndexer } from './algolia/index.ts';
import type { Changed, SearchDisagreement } from './indexer.ts';
import { createPagefindIndexer } from './pagefind/index.ts';
import { openStale } from './stale.ts';
import { openTeller } from './teller.ts';

export interface Search {
  /**
   * Has search follow to `library`, and returns at once; pages never wait for it. What was withdrawn is on the list of withdrawn addresses when this
   * returns. Resolves when families find what changed: in Algolia where the operator chose it, else in the site's own index.
   */
  follow(library: Library, changed: Changed): Promise<void>;
  /** Resolves when Algolia was told everything, or failed and is given time. */
  told(): Promise<void>;
  /** Resolves when the site's own index is built. */
  settled(): Promise<void>;
  /** Compares every index with the library that was followed last, and mends it. Rejects where one cannot be looked through. */
  audit(): Promise<SearchDisagreement[]>;
  close(): void;
}

interface Options {
  outDir: string;
  algolia?: AlgoliaOptions | undefined;
  /** How long a build of the own index waits for further changes, in ms. */
  delay?: number | undefined;
  /** The pauses before Algolia is told again where it failed, in ms. */
  pauses?: readonly number[] | undefined;
  onError: (error: unknown) => void;
}

/** The search side of a published site: always its own index, which also holds the list of withdrawn addresses, and Algolia beside it where the operator chose it. */
export function openSearch({ outDir, algolia, delay, pauses, onError }: Options): Search {
  const stale = openStale(outDir);
  const own = createPagefindIndexer({ outDir, delay, alsoKnown: (locale) => (algolia ? stale.known(locale) : []), onError });
  const teller = algolia && openTeller(createAlgoliaIndexer(algolia), { onError, pauses });
  let latest: Library | undefined;
  return {
    async follow(library, changed) {
      latest = library;
      const forgotten = stale.follow(library);
      const { found } = own.sync(library);
      if (!teller) return found;
      await teller.tell(library, changed);
      forgotten();
      own.withdraw();
    },
    told: async () => teller?.told(),
    settled: own.settled,
    async audit() {
      if (!latest) return [];
      return [...(await own.audit(latest)), ...((await teller?.audit()) ?? [])];
    },
    close() {
      own.close();
      teller?.close();
    },
  };
}
