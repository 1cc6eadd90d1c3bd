import { locales } from '../../library/locales.ts';
import type { Library } from '../../library/types.ts';
import type { SearchIndexer } from '../indexer.ts';
import { auditIndex } from './auditIndex.ts';
import { buildIndex } from './buildIndex.ts';
import { indexedPaths, readPointer, writePointer } from './pointer.ts';
import { withdrawnFrom } from './withdrawn.ts';

export { buildIndex } from './buildIndex.ts';

export interface PagefindIndexer extends SearchIndexer {
  /** Resolves when no build is waiting or running. */
  settled(): Promise<void>;
}

/**
 * Pagefind's own index of the site in `outDir`. It cannot grow by one document, so it is built whole, behind the publisher: `sync` withdraws addresses at
 * once and has the build start `delay` ms later, one at a time, always from the newest library. `onError` hears of a build that failed; the last index stays.
 */
export function createPagefindIndexer({
  outDir,
  delay = 3_000,
  onError,
}: {
  outDir: string;
  delay?: number;
  onError: (error: unknown) => void;
}): PagefindIndexer {
  let latest: Library | undefined;
  let waiting = false;
  let building: Promise<void> = Promise.resolve();

  async function build(): Promise<void> {
    await new Promise((due) => setTimeout(due, delay));
    waiting = false;
    const library = latest;
    if (!library) return;
    for (const locale of locales) await buildIndex(library, locale, outDir, () => latest ?? library);
  }

  async function settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== building; ) {
      seen = building;
      await seen;
    }
  }

  return {
    async sync(library) {
      latest = library;
      const withdrawn = withdraw(library, outDir);
      if (!waiting) {
        waiting = true;
        building = building.then(build).catch(onError);
      }
      return { withdrawn };
    },
    async audit(library) {
      await settled();
      const found = [];
      for (const locale of locales) found.push(...(await auditIndex(library, locale, outDir)));
      return found;
    },
    settled,
  };
}

function withdraw(library: Library, outDir: string): string[] {
  const all: string[] = [];
  for (const locale of locales) {
    const current = readPointer(outDir, locale);
    if (!current) continue;
    const withdrawn = withdrawnFrom(indexedPaths(outDir, current.index) ?? [], library, locale);
    writePointer(outDir, locale, { index: current.index, withdrawn });
    all.push(...withdrawn);
  }
  return all;
}
