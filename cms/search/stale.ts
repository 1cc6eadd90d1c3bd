import { type Locale, locales } from '../library/locales.ts';
import type { Library } from '../library/types.ts';
import { indexedPaths, readPointer } from './pagefind/pointer.ts';
import { livePaths } from './pagefind/withdrawn.ts';

/** What an engine elsewhere may still answer with although it is no more. */
export interface Stale {
  /** Notes what is no more in `library`. Call what it gives back once the engine was told of that library. */
  follow(library: Library): () => void;
  known(locale: Locale): Iterable<string>;
}

/**
 * Addresses that were withdrawn since an engine was last told, at the first library those that the site's own index and its list of withdrawn addresses
 * knew: an earlier process may have ended before the engine heard of them.
 */
export function openStale(outDir: string): Stale {
  /** Address → the count of libraries at which it left. */
  const left = { en: new Map<string, number>(), es: new Map<string, number>() } satisfies Record<Locale, Map<string, number>>;
  const live: Partial<Record<Locale, Set<string>>> = {};
  let count = 0;
  return {
    follow(library) {
      count += 1;
      for (const locale of locales) {
        const now = new Set(livePaths(library, locale));
        for (const path of live[locale] ?? knownBefore(outDir, locale)) if (!now.has(path)) left[locale].set(path, count);
        for (const path of left[locale].keys()) if (now.has(path)) left[locale].delete(path);
        live[locale] = now;
      }
      const told = count;
      return () => {
        for (const locale of locales) for (const [path, at] of left[locale]) if (at <= told) left[locale].delete(path);
      };
    },
    known: (locale) => left[locale].keys(),
  };
}

function knownBefore(outDir: string, locale: Locale): string[] {
  const pointer = readPointer(outDir, locale);
  return pointer ? [...pointer.withdrawn, ...(indexedPaths(outDir, pointer.index) ?? [])] : [];
}
