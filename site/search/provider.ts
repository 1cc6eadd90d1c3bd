import type { Locale } from '../../cms/library/locales.ts';
import type { PublicCollection } from '../../cms/library/sections.ts';
import type { Filters } from './asked.ts';

/** Words of a result and whether the reader searched for them: never HTML. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** A part of a found page, under its own heading; `path` leads to it. */
interface SectionHit {
  path: string;
  heading: Segment[];
}

export interface SearchHit {
  /** Absolute on this site, without host. */
  path: string;
  kind: PublicCollection;
  /** The language of the words. */
  lang: Locale;
  title: Segment[];
  excerpt: Segment[];
  sections: SectionHit[];
}

interface SearchQuery {
  q: string;
  locale: Locale;
  /** How many pages are wanted at most. */
  size: number;
  filters: Filters;
  /** Whether a word that looks misspelled is searched as it stands. */
  literally?: boolean;
}

/** The best hits first; `total` counts all that there are. */
export interface SearchAnswer {
  total: number;
  hits: SearchHit[];
  /** What was searched in place of misspelled words. */
  corrected?: string;
}

/** What answers a search. It rejects when it cannot, and keeps no record of what was asked. */
export interface SearchProvider {
  /** Fetches what the first search needs, when a reader is about to search. */
  warm(): Promise<void>;
  search(query: SearchQuery): Promise<SearchAnswer>;
}
