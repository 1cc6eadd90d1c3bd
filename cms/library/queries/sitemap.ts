import type { Locale } from '../locales.ts';
import { documentPages, listPages, type SitePage } from '../pages.ts';
import type { PublicCollection } from '../sections.ts';
import type { AnyDocument, Instant, Library } from '../types.ts';
import { remembered } from './remembered.ts';

/** A page that is its own original, with the same page in each language that has one. */
export interface SitemapEntry {
  path: string;
  alternates: Partial<Record<Locale, string>>;
  changed?: Instant;
}

/** The home page, help now, and every list. */
export function sitemapLists(library: Library): SitemapEntry[] {
  const listed = new Set<SitePage['kind']>(['home', 'helpNow', 'section', 'stage', 'questionsOn', 'document']);
  const pages = listPages(library).filter((page) => listed.has(page.kind) && isOriginal(library, page));
  const alternates = new Map<string, Partial<Record<Locale, string>>>();
  const keyed = pages.map((page) => {
    const { path, locale, ...what } = page;
    const key = JSON.stringify(what);
    alternates.set(key, { ...alternates.get(key), [locale]: path });
    return { path, key };
  });
  return inPathOrder(keyed.map(({ path, key }) => ({ path, alternates: alternates.get(key) ?? {} })));
}

function isOriginal(library: Library, page: SitePage): boolean {
  const topic = page.kind === 'questionsOn' ? page.topic : page.kind === 'document' ? page.document.id : undefined;
  return topic === undefined || Boolean(library.documents.topics.get(topic)?.text[page.locale]);
}

/** Documents of one part of a collection, in the languages that they have a text of their own in. */
export function sitemapPart(library: Library, collection: PublicCollection, part: number): SitemapEntry[] {
  const parts = remembered(library, `sitemapParts ${collection}`, () => {
    const documents = [...(library.documents[collection].values() as Iterable<AnyDocument>)];
    const count = sitemapParts(documents.length);
    return Map.groupBy(documents, ({ id }) => partOf(id, count));
  });
  return inPathOrder((parts.get(part) ?? []).flatMap(entriesOf));
}

function entriesOf(document: AnyDocument): SitemapEntry[] {
  const own = documentPages(document).filter((page) => page.kind === 'document' && document.text[page.locale]);
  const alternates = Object.fromEntries(own.map(({ locale, path }) => [locale, path]));
  return own.map(({ path }) => ({ path, alternates, changed: document.updatedAt }));
}

/** How many parts the sitemap of a collection has, so that a change of one document writes a short file whatever the size of the library. */
export function sitemapParts(documents: number): number {
  return documents === 0 ? 0 : documents <= 500 ? 1 : documents <= 20_000 ? 32 : 1_024;
}

/** A document stays in its part as long as the number of parts stays. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv */
function partOf(id: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash % parts;
}

function inPathOrder(entries: SitemapEntry[]): SitemapEntry[] {
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}
