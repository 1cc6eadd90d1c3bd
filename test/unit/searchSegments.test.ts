import { describe, expect, test, vi } from 'vitest';
import { addressWith, askedIn, noFilters, toggled } from '../../site/search/asked.ts';
import type { SearchAnswer, SearchProvider } from '../../site/search/provider.ts';
import { segmentsBetween, segmentsOf } from '../../site/search/segments.ts';
import { sitePath } from '../../site/search/sitePath.ts';
import { withFallback } from '../../site/search/withFallback.ts';
import { withoutWithdrawn } from '../../site/search/withoutWithdrawn.ts';

const marked = (text: string) => ({ text, marked: true });
const plain = (text: string) => ({ text, marked: false });

describe('segments', () => {
  test.each([
    ['a <m>b</m> c', [plain('a '), marked('b'), plain(' c')]],
    ['<m>a</m><m>b</m>', [marked('ab')]],
    ['no marks', [plain('no marks')]],
    ['', []],
    ['an open <m>end', [plain('an open '), marked('end')]],
    ['a stray</m> close', [plain('a stray close')]],
  ])("between an engine's marks: %s", (text, expected) => {
    expect(segmentsBetween(text, '<m>', '</m>')).toEqual(expected);
  });

  test.each([
    ['Setting a boundary', 'bound', [plain('Setting a '), marked('boundary')]],
    ['Setting a boundary', 'boundaries', [plain('Setting a '), marked('boundary')]],
    ['Cómo poner un límite', 'LIMITE poner', [plain('Cómo '), marked('poner'), plain(' un '), marked('límite')]],
    ['<b> & more', 'more', [plain('<b> & '), marked('more')]],
    ['The first week', 'weekend', [plain('The first week')]],
    ['Nothing here', '?! ', [plain('Nothing here')]],
  ])('of a title: %s, searched for %s', (title, searched, expected) => {
    expect(segmentsOf(title, searched)).toEqual(expected);
  });
});

test.each([
  ['/en/guides/a/#b', '/en/guides/a/#b'],
  ['https://family.example.org/en/a/', '/en/a/'],
  ['https://elsewhere.example.org/en/a/', undefined],
  ['//elsewhere.example.org/a', undefined],
  ['/\\elsewhere.example.org/a', undefined],
  ['javascript:alert(1)', undefined],
  ['http://', undefined],
])('an address in an index, %s, leads only to this site', (address, expected) => {
  expect(sitePath(address, 'https://family.example.org')).toBe(expected);
});

test('what a reader asked stands in the address and is read from it', () => {
  const asked = { q: 'límites & más', filters: toggled(toggled(noFilters, 'kind', 'terms'), 'topics', 'You & them'), onDevice: true };
  const address = addressWith('https://family.example.org/en/search/?x=1', asked);
  expect(askedIn(address)).toEqual(asked);
  expect(addressWith(address, { q: '', filters: toggled(toggled(asked.filters, 'kind', 'terms'), 'topics', 'You & them'), onDevice: false })).toBe(
    'https://family.example.org/en/search/?x=1',
  );
});

describe('a search', () => {
  const query = { q: 'limits', locale: 'en', size: 10, filters: noFilters } as const;
  const hit = (path: string) => ({ path, kind: 'articles' as const, lang: 'en' as const, title: [], excerpt: [], sections: [] });
  const answering = (answer: SearchAnswer) => ({ warm: () => Promise.resolve(), search: vi.fn(async () => answer) }) satisfies SearchProvider;
  const own = { total: 1, hits: [hit('/en/own/')] };

  test("goes on in the site's own index when the service fails, and stays there", async () => {
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const service = {
      warm: () => Promise.resolve(),
      search: vi.fn(async () => {
        throw new Error('down');
      }),
    };
    const provider = withFallback(service, answering(own));
    expect(await provider.search(query)).toEqual(own);
    expect(await provider.search(query)).toEqual(own);
    expect(service.search).toHaveBeenCalledOnce();
    expect(quiet.mock.calls.flat().join(' ')).not.toContain('limits');
    quiet.mockRestore();
  });

  test('waits for the service no longer than its patience', async () => {
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const hanging = { warm: () => Promise.resolve(), search: () => new Promise<SearchAnswer>(() => undefined) };
    expect(await withFallback(hanging, answering(own), 20).search(query)).toEqual(own);
    quiet.mockRestore();
  });

  test("takes the service's answer when it comes", async () => {
    const fallback = answering(own);
    const answer = { total: 2, hits: [hit('/en/a/'), hit('/en/b/')] };
    expect(await withFallback(answering(answer), fallback).search(query)).toEqual(answer);
    expect(fallback.search).not.toHaveBeenCalled();
  });

  test('drops pages that were withdrawn, and counts without them', async () => {
    const provider = withoutWithdrawn(answering({ total: 9, hits: [hit('/en/a/'), hit('/en/b/')] }), async () => ['/en/a/', '/en/z/']);
    expect(await provider.search(query)).toEqual({ total: 8, hits: [hit('/en/b/')] });
  });
});
