import { expect, test } from 'vitest';
import type { SeedLibrary } from '../../seed/readSeed.ts';
import { scaledLibrary } from '../../seed/scale.ts';
import { inLanguage, keysIn, localesIn } from '../../seed/tree.ts';

const empty: SeedLibrary = { documents: [], files: new Map(), globals: [] };
const words = (value: unknown) => (JSON.stringify(value).match(/"text":"[^"]+"/g) ?? []).join(' ').split(' ').length;

test('a large library has the promised number of each kind, in both languages', () => {
  const { documents } = scaledLibrary(empty, 1000);
  const counts = Object.groupBy(documents, (document) => document.collection);
  expect(documents).toHaveLength(1000);
  expect(counts.articles).toHaveLength(300);
  expect(counts.faqs).toHaveLength(400);
  expect(counts.terms).toHaveLength(100);
  expect(counts.workshops).toHaveLength(150);
  expect(documents.every((document) => localesIn(document.data).length === 2)).toBe(true);
});

test('it names only documents that come before it, so that each is written once', () => {
  const seen = new Set<string>();
  for (const document of scaledLibrary(empty, 500).documents) {
    expect(keysIn(document.data).filter((key) => !seen.has(key))).toEqual([]);
    seen.add(document.key);
  }
});

test('its guides have about 800 words', () => {
  const article = scaledLibrary(empty, 100).documents.find((document) => document.collection === 'articles');
  for (const locale of ['en', 'es'] as const) {
    const { body } = inLanguage(article?.data ?? {}, locale, (key) => key) as { body: unknown };
    expect(words(body)).toBeGreaterThan(750);
    expect(words(body)).toBeLessThan(950);
  }
});

test('the same size gives the same library', () => {
  expect(scaledLibrary(empty, 50)).toEqual(scaledLibrary(empty, 50));
});
