import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sitePages } from '../../cms/library/pages.ts';
import { keyOf } from '../../cms/library/rowKey.ts';
import { publicCollections } from '../../cms/library/sections.ts';
import type { Address, AnyDocument, Library } from '../../cms/library/types.ts';
import { updateLibrary } from '../../cms/library/updateLibrary.ts';
import { openAddressBook } from '../../site/press/addressBook.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const slugs = ['one', 'two', 'setting-a-boundary', 'poner-un-limite'];
const whole = fixtureLibrary();
const documents = publicCollections.flatMap((collection): AnyDocument[] => [...whole.documents[collection].values()]);

/** One document takes a slug, loses a language, goes or comes back; where it stood stays known. */
const change = fc.record({
  document: fc.nat(documents.length - 1),
  kind: fc.constantFrom('slug', 'untranslate', 'take away', 'bring back'),
  slug: fc.constantFrom(...slugs),
  day: fc.integer({ min: 1, max: 3 }),
});

function changed(library: Library, { document: at, kind, slug, day }: typeof change extends fc.Arbitrary<infer T> ? T : never): Library {
  const original = documents[at] as AnyDocument;
  const { en, es } = original.text;
  const text = kind === 'slug' ? { en: { ...en, slug }, es } : kind === 'untranslate' ? { es } : { en, es };
  const document = kind === 'take away' ? undefined : ({ ...original, text: JSON.parse(JSON.stringify(text)) } as AnyDocument);
  const [ref, former] = [{ collection: original.collection, id: original.id }, library.addresses.get(keyOf(original)) ?? []];
  const path = `/en/guides/${slug}/`;
  const address: Address = { locale: 'en', path, document: ref, code: original.code, state: 'moved', since: `2026-10-0${day}T00:00:00.000Z` };
  const addresses = [...former.filter((each) => each.path !== path), address];
  return updateLibrary(library, { asOf: library.asOf, documents: [[ref, document]], attached: [{ document: ref, reviews: [], addresses }] });
}

test('after any changes everything stands, and leads, where it would in a book of the last library alone', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const book = openAddressBook();
      let library = whole;
      const pages = new Map(book.become(library));
      for (const each of changes) {
        library = changed(library, each);
        for (const [path, page] of book.become(library)) page ? pages.set(path, page) : pages.delete(path);
      }
      const anew = openAddressBook();
      anew.become(library);
      expect(book.redirects()).toEqual(anew.redirects());
      expect(pages).toEqual(sitePages(library));
      expect(book.pages()).toBe(pages.size);
    }),
    { seed: 7 },
  );
});

test('what a change does not concern stays the same object', () => {
  const book = openAddressBook();
  book.become(whole);
  const before = book.redirects();
  const [article] = whole.documents.articles.values();
  const sources = [{ title: 'Another source', url: 'https://example.org/' }];
  const pages = book.become(
    updateLibrary(whole, { asOf: whole.asOf, documents: [[{ collection: 'articles', id: article?.id ?? '' }, { ...article, sources } as AnyDocument]] }),
  );
  expect(pages).toEqual(new Map());
  for (const name of ['moved', 'short', 'gone'] as const) expect(book.redirects()[name]).toBe(before[name]);
});
