import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../cms/library/locales.ts';
import { type SampleSearch, sampleSearch } from '../support/sampleSearch.ts';
import { judgedQueries, rightInThree } from './judge.ts';

let search: SampleSearch;
beforeAll(async () => {
  search = await sampleSearch();
});
afterAll(() => search.close());

const fewest: Record<Locale, number> = { en: 150, es: 100 };

describe.each(locales)('what families type (%s)', (locale) => {
  test('is judged by documents that are there', async () => {
    const queries = await judgedQueries(locale);
    expect(queries.length).toBeGreaterThanOrEqual(fewest[locale]);
    const keys = new Set(Object.values(search.library.documents).flatMap((map) => [...map.keys()]));
    expect(
      queries.flatMap(({ q, grades }) =>
        Object.keys(grades)
          .filter((key) => !keys.has(key))
          .map((key) => `${q}: ${key}`),
      ),
    ).toEqual([]);
    expect(queries.filter(({ grades }) => !Object.values(grades).includes(3)).map(({ q }) => q)).toEqual([]);
  });

  test('is not taken for something else where it is spelled right', async () => {
    const right = (await judgedQueries(locale)).filter(({ sort }) => sort !== 'misspelled');
    const mended: string[] = [];
    for (const { q } of right) {
      const { corrected } = await search.find(q, locale);
      if (corrected) mended.push(`${q} → ${corrected}`);
    }
    expect(mended).toEqual([]);
  });

  test('finds a right answer in the first three, nineteen times of twenty', async () => {
    const queries = await judgedQueries(locale);
    const misses: string[] = [];
    for (const query of queries) {
      const { keys, corrected } = await search.find(query.q, locale);
      if (!rightInThree(query, keys)) misses.push(`${query.sort}: ${query.q}${corrected ? ` (as “${corrected}”)` : ''} → ${keys.slice(0, 4).join(', ')}`);
    }
    expect(1 - misses.length / queries.length, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
