import { describe, expect, test } from 'vitest';
import { readerOf } from '../../cms/library/queries/index.ts';
import type { Article } from '../../cms/library/types.ts';
import { sitemapFiles } from '../../site/press/sitemap.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const origin = 'https://family.example.org';

function sitemapOf(library = fixtureLibrary()): Map<string, string> {
  return new Map(sitemapFiles(library, origin).map(({ path, text }) => [path, text(readerOf(library))]));
}

describe('the sitemap', () => {
  const files = sitemapOf();
  const text = [...files.values()].join('');

  test('names a document with its translation and the day of its change', () => {
    expect(files.get('/sitemap-articles-1.xml')).toMatch(
      /<loc>https:\/\/family\.example\.org\/en\/guides\/setting-a-boundary\/<\/loc><lastmod>2026-[^<]+<\/lastmod><xhtml:link rel="alternate" hreflang="en" [^>]+><xhtml:link rel="alternate" hreflang="es" href="https:\/\/family\.example\.org\/es\/guias\/poner-un-limite\/"\/>/,
    );
  });

  test('names the lists with their translation, and each of its files in the index', () => {
    expect(files.get('/sitemap-lists.xml')).toContain(
      `<loc>${origin}/en/guides/</loc><xhtml:link rel="alternate" hreflang="en" href="${origin}/en/guides/"/><xhtml:link rel="alternate" hreflang="es" href="${origin}/es/guias/"/>`,
    );
    expect(files.get('/sitemap.xml')?.match(/<loc>/g)).toHaveLength(files.size - 1);
    expect(files.get('/sitemap.xml')).toContain(`<loc>${origin}/sitemap-articles-1.xml</loc>`);
  });

  test('leaves out pages that show another language, short links, sheets, tools and error pages', () => {
    expect(text).toContain('/en/guides/when-you-are-afraid-at-home/');
    for (const absent of ['/es/guias/when-you-are-afraid-at-home/', '/en/a/', '/sheet/', '/en/search/', '/404', '/gone']) expect(text).not.toContain(absent);
  });

  test('of a large collection comes in many short files that together name each document once', () => {
    const library = fixtureLibrary();
    const [sample] = library.documents.articles.values() as MapIterator<Article>;
    const many = new Map(
      Array.from({ length: 2_000 }, (_, n) => [
        `n${n}`,
        { ...sample!, id: `n${n}`, text: { en: { ...sample!.text.en!, slug: `guide-${n}` }, es: { ...sample!.text.es!, slug: `guia-${n}` } } },
      ]),
    );
    const parts = [...sitemapOf({ ...library, documents: { ...library.documents, articles: many } })].filter(([path]) => path.startsWith('/sitemap-articles-'));
    const lengths = parts.map(([, xml]) => xml.match(/<url>/g)?.length ?? 0);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(4_000);
    expect(Math.max(...lengths)).toBeLessThan(400);
    expect(new Set(parts.flatMap(([, xml]) => xml.match(/<loc>[^<]+/g) ?? [])).size).toBe(4_000);
  });
});
