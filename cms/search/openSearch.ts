import { type AlgoliaOptions, createAlgoliaIndexer } from './algolia/index.ts';
import type { SearchIndexer } from './indexer.ts';
import { createPagefindIndexer, type PagefindIndexer } from './pagefind/index.ts';

/**
 * The search side of a published site: always its own index, which also holds the list of withdrawn addresses, and Algolia beside it where the operator
 * chose it. The list is written before Algolia is asked, so that it stands even while Algolia does not answer.
 */
export function openSearch({
  outDir,
  algolia,
  delay,
  onError,
}: {
  outDir: string;
  algolia?: AlgoliaOptions | undefined;
  /** How long a build of the own index waits for further changes, in ms. */
  delay?: number | undefined;
  onError: (error: unknown) => void;
}): PagefindIndexer {
  const own = createPagefindIndexer({ outDir, ...(delay !== undefined && { delay }), onError });
  const indexers: SearchIndexer[] = algolia ? [own, createAlgoliaIndexer(algolia)] : [own];
  return {
    async sync(library, changed) {
      const withdrawn: string[] = [];
      for (const indexer of indexers) withdrawn.push(...((await indexer.sync(library, changed)).withdrawn ?? []));
      return { withdrawn };
    },
    async audit(library) {
      const found = [];
      for (const indexer of indexers) found.push(...(await indexer.audit(library)));
      return found;
    },
    settled: () => own.settled(),
  };
}
