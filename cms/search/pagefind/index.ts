import { setTimeout as sleep } from 'node:timers/promises';
import { type Locale, locales } from '../../library/locales.ts';
import type { Library } from '../../library/types.ts';
import type { SearchDisagreement } from '../indexer.ts';
import { auditIndex } from './auditIndex.ts';
import { buildIndex } from './buildIndex.ts';
import { indexedPaths, readPointer, writePointer } from './pointer.ts';
import { withdrawnFrom } from './withdrawn.ts';

export { buildIndex } from './buildIndex.ts';

export interface PagefindIndexer {
  /** Withdraws addresses at once, says which, and has the index follow: `found` resolves when it was switched to one of this library or a newer one. */
  sync(library: Library): { withdrawn: string[]; found: Promise<void> };
  /** Writes the list of withdrawn addresses anew, because what another engine knows has changed. */
  withdraw(): void;
  /** Resolves when no build is waiting or running. */
  settled(): Promise<void>;
  audit(library: Library): Promise<SearchDisagreement[]>;
  close(): void;
}

interface Options {
  outDir: string;
  /** How long a build waits for further changes, in ms. */
  delay?: number | undefined;
  /** Addresses that another engine may still answer with. They are on the list as long as no document stands there. */
  alsoKnown?: (locale: Locale) => Iterable<string>;
  onError: (error: unknown) => void;
}

/** Before a build that failed is tried again, in ms. */
const retryAfter = 60_000;

/**
 * Pagefind's own index of the site in `outDir`. It cannot grow by one document, so it is built whole, behind the publisher, one build at a time, always
 * from the newest library. `onError` hears of a build that failed; the last index stays, and it is built again with the next change or after a minute.
 */
export function createPagefindIndexer({ outDir, delay = 1_000, alsoKnown = () => [], onError }: Options): PagefindIndexer {
  const closing = new AbortController();
  let latest: Library | undefined;
  let waiting: (() => void)[] = [];
  let isPlanned = false;
  let building: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;

  const withdrawn = (indexed: readonly string[], locale: Locale) => (latest ? withdrawnFrom([...indexed, ...alsoKnown(locale)], latest, locale) : []);

  async function build(): Promise<void> {
    await sleep(delay, undefined, { signal: closing.signal });
    isPlanned = false;
    const library = latest;
    if (!library) return;
    const hearing = waiting;
    waiting = [];
    try {
      for (const locale of locales) await buildIndex(library, locale, outDir, (indexed) => withdrawn(indexed, locale));
    } catch (error) {
      waiting = [...hearing, ...waiting];
      throw error;
    }
    for (const heard of hearing) heard();
  }

  function plan(): void {
    clearTimeout(retry);
    if (isPlanned || closing.signal.aborted) return;
    isPlanned = true;
    building = building.then(build).catch((error: unknown) => {
      if (closing.signal.aborted) return;
      onError(error);
      retry = setTimeout(plan, retryAfter).unref();
    });
  }

  function withdraw(): string[] {
    return locales.flatMap((locale) => {
      const current = readPointer(outDir, locale);
      if (!current) return [];
      const list = withdrawn(indexedPaths(outDir, current.index) ?? [], locale);
      writePointer(outDir, locale, { index: current.index, withdrawn: list });
      return list;
    });
  }

  async function settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== building; ) {
      seen = building;
      await seen;
    }
  }

  return {
    sync(library) {
      latest = library;
      const list = withdraw();
      const found = new Promise<void>((heard) => waiting.push(heard));
      plan();
      return { withdrawn: list, found };
    },
    async audit(library) {
      await settled();
      const found = [];
      for (const locale of locales) found.push(...(await auditIndex(library, locale, outDir, (indexed) => withdrawn(indexed, locale))));
      return found;
    },
    withdraw: () => void withdraw(),
    settled,
    close() {
      closing.abort();
      clearTimeout(retry);
    },
  };
}
