import { expect, test } from 'vitest';
import { scaledDocuments } from '../../seed/scale.ts';
import { inLanguage, keysIn, localesIn } from '../../seed/tree.ts';

const words = (value: unknown) => (JSON.stringify(value).match(/"text":"[^"]+"/g) ?? []).join(' ').split(' ').length;

test('a large library has the promised number of each kind, in both languages', () => {
  const documents = scaledDocuments(1000);
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
  for (const document of scaledDocuments(500)) {
    expect(keysIn(document.data).filter((key) => !seen.has(key))).toEqual([]);
    seen.add(document.key);
  }
});

test('its guides have about 800 words', () => {
  const article = scaledDocuments(100).find((document) => document.collection === 'articles');
  for (const locale of ['en', 'es'] as const) {
    const { body } = inLanguage(article?.data ?? {}, locale, (key) => key) as { body: unknown };
    expect(words(body)).toBeGreaterThan(750);
    expect(words(body)).toBeLessThan(950);
  }
});

test('the same size gives the same library', () => {
  expect(scaledDocuments(50)).toEqual(scaledDocuments(50));
});

test('every document has a short link of its own, longer than those that the CMS makes', () => {
  const codes = scaledDocuments(1000).map(({ data }) => String(data.code));
  expect(new Set(codes).size).toBe(1000);
  expect(codes.every((code) => code.length === 7)).toBe(true);
});
