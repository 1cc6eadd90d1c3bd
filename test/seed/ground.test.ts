import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sampleLibrary } from '../support/sampleLibrary.ts';

const ground = await readFile(new URL('../../seed/GROUND.md', import.meta.url), 'utf8');
const rows = ground.split('\n').filter((line) => line.startsWith('| ') && !/^\| (item|danger) \|/.test(line));
const { documents } = await sampleLibrary();

/** What a table's word for a kind of document stands for. */
const kinds = { guide: 'articles', FAQ: 'faqs', term: 'terms', workshop: 'workshops', 'hand-out': 'materials', kit: 'kits' };

/** Documents named in a row: a kind, then its keys, as in "FAQs `cost`, `no-insurance`". */
function namedIn(row: string): string[] {
  return [...row.matchAll(/\b(guide|FAQ|term|workshop|hand-out|kit)s? ((?:`[a-z0-9-]+`(?: \([^)]*\))?(?:, )?)+)/g)].flatMap(([, kind, keys]) =>
    [...(keys ?? '').matchAll(/`([a-z0-9-]+)`/g)].map(([, key]) => `${kinds[kind as keyof typeof kinds]}/${key}`),
  );
}

test('each item of the ground has a home that is in the library', () => {
  const known = new Set<string>(documents.map(({ key }) => key));
  expect(rows.filter((row) => namedIn(row).length === 0)).toEqual([]);
  expect(rows.flatMap(namedIn).filter((named) => !known.has(named))).toEqual([]);
});

test('each guide is named there', () => {
  const named = new Set(rows.flatMap(namedIn));
  expect(documents.filter(({ key, document }) => document.collection === 'articles' && !named.has(key)).map(({ key }) => key)).toEqual([]);
});
