import type { Locale } from './locales.ts';
import type { Audience, PublicCollection, Stage } from './sections.ts';

/** One index a language, so that each has its own stemming and synonyms. */
export function algoliaIndexName(locale: Locale): string {
  return `alongside_${locale}`;
}

/** Another host than Algolia's own, as its clients take it: for tests and for a proxy of the operator. `https` where none is said. */
export function algoliaHost(host: string) {
  const { hostname, port, protocol } = new URL(host.includes('://') ? host : `https://${host}`);
  return {
    url: hostname,
    accept: 'readWrite' as const,
    protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
    ...(port ? { port: Number(port) } : {}),
  };
}

/** One section of one document, as it stands in Algolia. */
export interface AlgoliaRecord {
  /** `{collection}:{id}:{locale}#{n}`, n counting from 0. */
  objectID: string;
  /** The same for all records of a document. */
  docId: string;
  /** How many records the document has: on record 0 alone, so that a shorter text leaves none behind. */
  records?: number;
  path: string;
  kind: PublicCollection;
  lang: Locale;
  title: string;
  heading: string;
  anchor: string;
  alsoCalled: string[];
  content: string;
  topics: string[];
  stages: (Stage | 'setback')[];
  audience: Audience[];
  position: number;
}
