import { describe, expect, test } from 'vitest';
import { sitePages } from '../../cms/library/pages.ts';
import type { Article } from '../../cms/library/types.ts';
import { sitemapFiles } from '../../site/press/sitemap.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const origin = 'https://family.example.org';

function sitemapOf(library = fixtureLibrary()) {
  return sitemapFiles(library, sitePages(library), origin);
}

describe('the sitemap', () => {
  const text = sitemapOf().get('/sitemap.xml') ?? '';

  test('names a document with its translation and the day of its change', () => {
    expect(text).toMatch(
      /<loc>https:\/\/family\.example\.org\/en\/guides\/setting-a-boundary\/<\/loc><lastmod>2026-[^<]+<\/lastmod><xhtml:link rel="alternate" hreflang="en" [^>]+><xhtml:link rel="alternate" hreflang="es" href="https:\/\/family\.example\.org\/es\/guias\/poner-un-limite\/"\/>/,
    );
  });

  test('leaves out pages that show another language, short links, sheets, tools and error pages', () => {
    expect(text).toContain('/en/guides/when-you-are-afraid-at-home/');
    for (const absent of ['/es/guias/when-you-are-afraid-at-home/', '/en/a/', '/sheet/', '/en/search/', '/404', '/gone']) expect(text).not.toContain(absent);
  });

  test('becomes an index of files of at most 50,000 addresses', () => {
    const library = fixtureLibrary();
    const [sample] = library.documents.articles.values() as MapIterator<Article>;
    const many = new Map(
      Array.from({ length: 26_000 }, (_, n) => [
        `n${n}`,
        { ...sample!, id: `n${n}`, text: { en: { ...sample!.text.en!, slug: `guide-${n}` }, es: { ...sample!.text.es!, slug: `guia-${n}` } } },
      ]),
    );
    const files = sitemapOf({ ...library, documents: { ...library.documents, articles: many } });
    expect([...files.keys()]).toEqual(['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap.xml']);
    expect(files.get('/sitemap-1.xml')?.match(/<url>/g)).toHaveLength(50_000);
    expect(files.get('/sitemap.xml')).toContain(`<loc>${origin}/sitemap-2.xml</loc>`);
  });
});
