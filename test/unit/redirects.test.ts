import { describe, expect, test } from 'vitest';
import { sitePages } from '../../cms/library/pages.ts';
import type { Address } from '../../cms/library/types.ts';
import { addressesByDocument } from '../../cms/library/updateLibrary.ts';
import { redirectsOf } from '../../site/press/addressBook.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const since = '2026-11-01T00:00:00.000Z';
const limits = { locale: 'en', document: { collection: 'articles', id: 'a1' }, code: 'bcdfgh', since } as const;
const current = '/en/guides/setting-a-boundary/';

function redirectsWith(...addresses: Address[]) {
  return redirectsOf(fixtureLibrary({ addresses: addressesByDocument(addresses) }));
}

describe('addresses that no page holds any more', () => {
  test('a former slug leads in one step to where the document stands now, however often it moved', () => {
    const { moved } = redirectsWith({ ...limits, path: '/en/guides/first/', state: 'moved' }, { ...limits, path: '/en/guides/second/', state: 'moved' });
    expect([moved.get('/en/guides/first/'), moved.get('/en/guides/second/')]).toEqual([current, current]);
  });

  test('where two documents stood one after the other, the address leads to the last of them', () => {
    const week = { ...limits, document: { collection: 'articles', id: 'a2' }, path: '/en/guides/first/', state: 'moved' } as const;
    const earlier = { ...limits, path: '/en/guides/first/', state: 'moved', since: '2026-10-01T00:00:00.000Z' } as const;
    const later = { ...earlier, since: '2026-11-02T00:00:00.000Z' } as const;
    expect(redirectsWith(earlier, week).moved.get('/en/guides/first/')).toBe('/en/guides/when-you-are-afraid-at-home/');
    expect(redirectsWith(later, week).moved.get('/en/guides/first/')).toBe(current);
  });

  test('a live page is never redirected, even when another document stood there before', () => {
    const { moved, gone } = redirectsWith({ ...limits, path: '/en/guides/the-first-week/', state: 'moved' });
    expect(moved.has('/en/guides/the-first-week/')).toBe(false);
    expect(gone.has('/en/guides/the-first-week/')).toBe(false);
  });

  test('the addresses of a document that is no longer published are gone in both languages, its short links too', () => {
    const withdrawn = { locale: 'en', document: { collection: 'articles', id: 'a9' }, code: 'xzbcdf', since } as const;
    const { gone, moved } = redirectsWith(
      { ...withdrawn, path: '/en/guides/withdrawn/', state: 'gone' },
      { ...withdrawn, path: '/en/guides/withdrawn-before/', state: 'moved' },
    );
    expect([...gone].sort()).toEqual([
      '/en/a/xzbcdf/',
      '/en/guides/withdrawn-before/',
      '/en/guides/withdrawn/',
      '/es/a/xzbcdf/',
      '/es/guias/withdrawn-before/',
      '/es/guias/withdrawn/',
    ]);
    expect(moved.has('/en/guides/withdrawn-before/')).toBe(false);
  });

  test('the page that showed English to Spanish readers leads to the translation once there is one', () => {
    expect(redirectsWith().moved.get('/es/guias/setting-a-boundary/')).toBe('/es/guias/poner-un-limite/');
  });

  test('a former address leads on in the other language too, where it showed the text until there was a translation', () => {
    const { moved } = redirectsWith({ ...limits, path: '/en/guides/first/', state: 'moved' });
    expect(moved.get('/es/guias/first/')).toBe('/es/guias/poner-un-limite/');
  });

  test('the sheet of a kit moves with the kit, and goes with it', () => {
    const kit = { locale: 'en', code: 'pqrstv', since, document: { collection: 'kits', id: 'k1' } } as const;
    const { moved, gone } = redirectsWith(
      { ...kit, path: '/en/kits/former/', state: 'moved' },
      { ...kit, document: { collection: 'kits', id: 'k9' }, path: '/en/kits/withdrawn/', state: 'gone' },
    );
    expect(moved.get('/en/kits/former/sheet/')).toBe('/en/kits/first-visit/sheet/');
    expect(gone.has('/en/kits/withdrawn/sheet/')).toBe(true);
  });

  test('every target is a page, and no address is both redirected and gone', () => {
    const library = fixtureLibrary();
    const pages = sitePages(library);
    const { moved, short, gone } = redirectsOf(library);
    expect([...moved.values(), ...short.values()].filter((target) => pages.get(target)?.kind !== 'document')).toEqual([]);
    expect([...gone].filter((path) => moved.has(path) || pages.has(path))).toEqual([]);
    expect(short.get('/es/a/bcdfgh/')).toBe('/es/guias/poner-un-limite/');
  });
});
