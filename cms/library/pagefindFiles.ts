import type { Locale } from './locales.ts';

/** Where Pagefind's own indexes stand under the site's root. */
export const pagefindFolder = 'pagefind';

/**
 * The small file that a search reads first: `/pagefind/<locale>.json`. An index never changes in place: a new one is a new folder, and this file names
 * the current one.
 */
export interface PagefindPointer {
  /** The folder under /pagefind/, such as `en-0123456789ab`; empty while there is none yet. */
  index: string;
  /** Addresses that the current index still knows and the site no longer has. Applied to the hits of every engine. */
  withdrawn: string[];
}

export function pointerPath(locale: Locale): string {
  return `/${pagefindFolder}/${locale}.json`;
}

/** Inside an index, for the browser: the names of its pages (searchNames.ts) and its words (vocabulary.ts). */
export const namesFile = 'names.json';
export const vocabularyFile = 'words.txt';
