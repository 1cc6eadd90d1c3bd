import { describe, expect, test } from 'vitest';
import { locales } from '../../cms/library/locales.ts';
import { sitePages } from '../../cms/library/pages.ts';
import { searchableRefs, toSearchDocument, toSearchDocuments } from '../../cms/library/searchDocuments.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const library = fixtureLibrary();
const boundaries = { collection: 'articles', id: 'a1' } as const;

describe('what search learns of the library', () => {
  test.each(locales)('in %s is every published document, once, at an address that the site has', (locale) => {
    const pages = sitePages(library);
    const documents = toSearchDocuments(library, locale);
    expect(documents.map((document) => document.ref)).toEqual(searchableRefs(library));
    expect(documents.filter((document) => pages.get(document.path)?.kind !== 'document')).toEqual([]);
    expect(documents.filter((document) => !document.title)).toEqual([]);
  });

  test('is nothing of a document that is not published', () => {
    expect(toSearchDocument(library, { collection: 'articles', id: 'unpublished' }, 'en')).toBeUndefined();
  });

  test('of a guide are its sections with the anchors of its page, and its facets', () => {
    const document = toSearchDocument(library, boundaries, 'en');
    expect(document?.sections.map(({ heading, anchor }) => [heading, anchor])).toEqual([
      ['', ''],
      ['Why it helps both of you', 'why-it-helps'],
      ['Words for a hard evening', 'what-you-can-say'],
      ['When they push', 'when-they-push'],
      ['Four steps for this week', 'four-steps'],
      ['A small thing', 'a-small-thing'],
    ]);
    expect(document?.sections[2]?.text).toContain('I’m glad you told me.');
    expect(document).toMatchObject({
      kind: 'articles',
      stages: ['in-program'],
      audience: ['partner', 'parent-of-adult'],
      lang: 'en',
      path: '/en/guides/setting-a-boundary/',
    });
    expect(document?.topics).toHaveLength(2);
  });

  test('of a guide that is only in English is its English text, marked as such, for readers of Spanish', () => {
    expect(toSearchDocument(library, { collection: 'articles', id: 'a2' }, 'es')).toMatchObject({
      lang: 'en',
      locale: 'es',
      path: '/es/guias/when-you-are-afraid-at-home/',
    });
  });

  test('of a workshop says who may come and how to join', () => {
    const [workshop] = library.documents.workshops.values();
    const words = toSearchDocument(library, { collection: 'workshops', id: workshop!.id }, 'en')
      ?.sections.map((section) => section.text)
      .join('\n');
    expect(words).toContain(workshop!.text.en!.whoMayCome);
    expect(words).toContain(workshop!.text.en!.howToJoin);
  });
});

describe('other words for a document', () => {
  const withSearch = (search: Partial<typeof library.search>) => fixtureLibrary({ search: { synonyms: [], promoted: [], ...search } });
  const english = 'Setting a boundary without starting a fight';
  const spanish = 'Cómo poner un límite sin empezar una pelea';

  test('are the synonyms of a word that it has in its name, whatever the case and accents', () => {
    const words = (locale: 'en' | 'es', group: string[]) =>
      toSearchDocument(withSearch({ synonyms: [{ locale, words: group }] }), boundaries, locale)?.alsoCalled;
    expect(words('en', ['limit', 'BOUNDARY', 'line in the sand'])).toEqual(['limit', 'line in the sand', spanish]);
    expect(words('es', ['Limite', 'raya'])).toEqual(['raya', english]);
    expect(words('en', ['bound', 'tied'])).toEqual([spanish]);
  });

  test('are its title in the other language, with what is said for that there', () => {
    const synonyms = [{ locale: 'es' as const, words: ['límite', 'raya'] }];
    expect(toSearchDocument(withSearch({ synonyms }), boundaries, 'en')?.alsoCalled).toEqual([spanish, 'raya']);
  });

  test('are not synonyms of another language for its own words', () => {
    const synonyms = [{ locale: 'es' as const, words: ['boundary', 'raya'] }];
    expect(toSearchDocument(withSearch({ synonyms }), boundaries, 'en')?.alsoCalled).toEqual([spanish]);
  });

  test('are those for which staff promoted it', () => {
    const promoted = [{ locale: 'en' as const, words: 'saying no', document: boundaries }];
    expect(toSearchDocument(withSearch({ promoted }), boundaries, 'en')?.alsoCalled).toEqual(['saying no', spanish]);
    expect(toSearchDocument(withSearch({ promoted }), { collection: 'articles', id: 'a3' }, 'en')?.alsoCalled).not.toContain('saying no');
  });

  test("are a term's other names", () => {
    const term = [...library.documents.terms.values()].find((one) => one.text.en?.alsoCalled.length);
    expect(toSearchDocument(library, { collection: 'terms', id: term!.id }, 'en')?.alsoCalled).toEqual(expect.arrayContaining(term!.text.en!.alsoCalled));
  });
});
