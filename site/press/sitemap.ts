import { locales } from '../../cms/library/locales.ts';
import type { LibraryReader } from '../../cms/library/queries/index.ts';
import { type SitemapEntry, sitemapParts } from '../../cms/library/queries/sitemap.ts';
import { publicCollections } from '../../cms/library/sections.ts';
import type { Library } from '../../cms/library/types.ts';

/** One file of the sitemap: https://www.sitemaps.org/protocol.html. */
export interface SitemapFile {
  path: string;
  /** What the file says beside the answers to its questions. */
  version?: string;
  text(reader: LibraryReader): string;
}

/**
 * The sitemap: an index, a file for the lists, and each collection in as many files as keep a change of one document short. It names each page that is
 * its own original, with the same page in the other language.
 */
export function sitemapFiles(library: Library, origin: string): SitemapFile[] {
  const parts: SitemapFile[] = [
    { path: '/sitemap-lists.xml', text: (reader) => urlset(reader.ask('sitemapLists'), origin) },
    ...publicCollections.flatMap((collection) =>
      Array.from({ length: sitemapParts(library.documents[collection].size) }, (_, part) => ({
        path: `/sitemap-${collection}-${part + 1}.xml`,
        text: (reader: LibraryReader) => urlset(reader.ask('sitemapPart', collection, part), origin),
      })),
    ),
  ];
  const index = sitemapIndex(parts, origin);
  return [...parts, { path: '/sitemap.xml', version: index, text: () => index }];
}

export function robotsTxt(origin: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`;
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';

function sitemapIndex(parts: readonly SitemapFile[], origin: string): string {
  const lines = parts.map(({ path }) => `<sitemap><loc>${origin}${path}</loc></sitemap>`).join('\n');
  return `${xml}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines}\n</sitemapindex>\n`;
}

function urlset(entries: readonly SitemapEntry[], origin: string): string {
  const urls = entries.map(({ path, alternates, changed }) => {
    const languages = locales.filter((locale) => alternates[locale]);
    const links =
      languages.length > 1
        ? languages.map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeXml(origin + alternates[locale])}"/>`)
        : [];
    return `<url><loc>${escapeXml(origin + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${links.join('')}</url>`;
  });
  return `${xml}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
