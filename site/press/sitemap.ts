import { findDocument } from '../../cms/library/inLocale.ts';
import { type Locale, locales } from '../../cms/library/locales.ts';
import type { SitePage } from '../../cms/library/pages.ts';
import type { Library } from '../../cms/library/types.ts';

/** https://www.sitemaps.org/protocol.html: a file holds at most 50,000 addresses. */
const addressesInAFile = 50_000;

interface Entry {
  path: string;
  alternates: Map<Locale, string>;
  changed?: string;
}

/**
 * The sitemap as files by path: `/sitemap.xml`, and where it would be too long an index of several. It names each page that is its own original, with
 * the same page in the other language; a page that shows another language's text, a sheet, a tool or an error page is not in it.
 */
export function sitemapFiles(library: Library, pages: ReadonlyMap<string, SitePage>, origin: string): Map<string, string> {
  const entries = entriesOf(library, pages);
  if (entries.length <= addressesInAFile) return new Map([['/sitemap.xml', urlset(entries, origin)]]);
  const files = new Map<string, string>();
  for (let start = 0; start < entries.length; start += addressesInAFile) {
    files.set(`/sitemap-${start / addressesInAFile + 1}.xml`, urlset(entries.slice(start, start + addressesInAFile), origin));
  }
  const index = [...files.keys()].map((path) => `<sitemap><loc>${origin}${path}</loc></sitemap>`).join('\n');
  return files.set('/sitemap.xml', `${xml}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${index}\n</sitemapindex>\n`);
}

export function robotsTxt(origin: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`;
}

function entriesOf(library: Library, pages: ReadonlyMap<string, SitePage>): Entry[] {
  const originals = new Map<string, Map<Locale, string>>();
  const listed: { page: SitePage; key: string }[] = [];
  for (const page of pages.values()) {
    if (!isOriginal(library, page)) continue;
    const { path, locale, ...what } = page;
    const key = JSON.stringify(what);
    const together = originals.get(key) ?? new Map<Locale, string>();
    originals.set(key, together.set(locale, path));
    listed.push({ page, key });
  }
  return listed
    .map(({ page, key }) => ({
      path: page.path,
      alternates: originals.get(key) ?? new Map<Locale, string>(),
      ...(page.kind === 'document' ? { changed: findDocument(library, page.document)?.updatedAt } : {}),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isOriginal(library: Library, page: SitePage): boolean {
  switch (page.kind) {
    case 'home':
    case 'section':
    case 'stage':
    case 'questionsOn':
    case 'helpNow':
      return true;
    case 'document':
      return Boolean(findDocument(library, page.document)?.text[page.locale]);
    default:
      return false;
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';

function urlset(entries: readonly Entry[], origin: string): string {
  const urls = entries.map(({ path, alternates, changed }) => {
    const links =
      alternates.size > 1
        ? locales.flatMap((locale) =>
            alternates.has(locale) ? [`<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeXml(origin + alternates.get(locale))}"/>`] : [],
          )
        : [];
    return `<url><loc>${escapeXml(origin + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${links.join('')}</url>`;
  });
  return `${xml}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
