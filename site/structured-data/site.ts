import type { Locale } from '../../cms/library/locales.ts';

/** What every kind of structured data must know of the site around it. */
export interface Place {
  /** Scheme and host, without a closing slash. */
  origin: string;
  /** The page's own canonical address, with host. */
  url: string;
  /** The program that speaks. */
  name: string;
  lang: Locale;
}

/** JSON-LD of one thing, with the context that every one needs. */
export type JsonLd = { '@context': 'https://schema.org'; '@type': string | string[] } & Record<string, unknown>;

export const context = { '@context': 'https://schema.org' } as const;

/** JSON that can stand inside a script element: nothing in it can close the element or open a comment. */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
