import { describe, expect, test } from 'vitest';
import { readerOf } from '../../cms/library/queries/index.ts';
import { remembered } from '../../cms/library/queries/remembered.ts';
import { trackedLibrary } from '../../cms/library/tracked.ts';
import type { Article, Library } from '../../cms/library/types.ts';
import { updateLibrary } from '../../cms/library/updateLibrary.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const first = Object.freeze(fixtureLibrary());
const guide = (library: Library, id = 'a1') => library.documents.articles.get(id)!;
const changedGuide = (library: Library, change: (article: Article) => Article, id = 'a1') =>
  updateLibrary(library, { asOf: library.asOf, documents: [[guide(library, id), change(guide(library, id))]] });
const withBody = (article: Article): Article => ({ ...article, text: { ...article.text, en: { ...article.text.en!, body: [] } } });
const withTitle = (article: Article): Article => ({ ...article, text: { ...article.text, en: { ...article.text.en!, title: 'Another title' } } });

function reads(work: (library: Library) => unknown, library = first): string[] {
  const tracked = trackedLibrary(library);
  return [...tracked.reading(() => work(tracked.library)).reads].sort();
}

describe('what is read is known', () => {
  test.each<[string, (library: Library) => unknown, string[]]>([
    ['a document', (library) => library.documents.articles.get('a1'), ['articles/a1']],
    ['a document that is not there', (library) => library.documents.articles.has('none'), ['articles/none']],
    ['a whole collection', (library) => [...library.documents.topics.values()], ['topics/*']],
    ['how many there are', (library) => library.documents.terms.size, ['terms/*']],
    ['a global', (library) => library.program.phone, ['program']],
    ['what is remembered, by its own name', (library) => remembered(library, 'phone', () => library.program.phone), ['phone']],
    ['an entry of a Map that is remembered', (library) => remembered(library, 'map', () => new Map([[1, library.asOf]])).get(1), ['map/1']],
  ])('%s', (_what, work, expected) => {
    expect(reads(work)).toEqual(expected);
  });

  test('also on the way to a failure', () => {
    const tracked = trackedLibrary(first);
    const reading = tracked.reading(() => {
      remembered(tracked.library, 'broken', () => {
        throw new Error(tracked.library.program.name);
      });
    });
    expect(reading).toMatchObject({ error: expect.any(Error), reads: new Set(['program']) });
  });

  test('the answers are those of a plain library', () => {
    const tracked = trackedLibrary(first);
    for (const ask of [readerOf(first).ask, readerOf(tracked.library).ask])
      expect(ask('articlePage', 'en', 'a1')).toEqual(readerOf(first).ask('articlePage', 'en', 'a1'));
  });
});

describe('a new value', () => {
  test('differs in the documents that are different objects, and in their collection', () => {
    const tracked = trackedLibrary(first);
    expect([...tracked.become(changedGuide(first, withBody))].sort()).toEqual(['articles/*', 'articles/a1']);
    expect(tracked.library.documents.articles.get('a1')?.text.en?.body).toEqual([]);
  });

  test('that is the same differs in nothing', () => {
    expect(trackedLibrary(first).become(first).size).toBe(0);
  });

  test('makes again only what read a part that differs, and once', () => {
    const tracked = trackedLibrary(first);
    let made = 0;
    const count = () =>
      remembered(tracked.library, 'guides', () => {
        made += 1;
        return tracked.library.documents.articles.size;
      });
    remembered(tracked.library, 'twice', () => count() + count());
    tracked.become({ ...first, asOf: '2026-11-24T00:00:00.000Z' });
    expect(made).toBe(1);
    tracked.become(changedGuide(first, withBody));
    count();
    expect(made).toBe(2);
  });

  test('tells nobody of what comes out the same', () => {
    const tracked = trackedLibrary(first);
    const { ask } = readerOf(tracked.library);
    ask('today', 'America/New_York');
    const parts = tracked.become({ ...first, asOf: '2026-11-23T16:00:00.000Z' });
    expect([parts.has('asOf'), parts.has('today America/New_York')]).toEqual([true, false]);
    expect(tracked.become({ ...first, asOf: '2026-11-24T16:00:00.000Z' }).has('today America/New_York')).toBe(true);
  });

  test('tells only those whose own entry differs', () => {
    const tracked = trackedLibrary(first);
    const { ask } = readerOf(tracked.library);
    for (const id of first.documents.articles.keys()) ask('articlePage', 'en', id);
    const parts = [...tracked.become(changedGuide(first, withTitle))].filter((key) => key.startsWith('nextOnPath'));
    const before = [...first.documents.articles.keys()].filter((id) => ask('articlePage', 'en', id)?.next?.title === 'Another title');
    expect(parts.filter((key) => !key.endsWith('/*')).length).toBeGreaterThan(0);
    expect(parts.length).toBeLessThan(first.documents.articles.size);
    expect(before.every((id) => parts.includes(`nextOnPath en/${id}`))).toBe(true);
  });

  test('gives answers that equal those of a plain library, after any number of changes', () => {
    const tracked = trackedLibrary(first);
    let library: Library = first;
    for (const change of [
      withBody,
      withTitle,
      (article: Article) => ({ ...article, stage: 'after' as const }),
      (article: Article) => ({ ...article, topics: [] }),
    ]) {
      library = changedGuide(library, change);
      tracked.become(library);
      for (const locale of ['en', 'es'] as const) {
        for (const id of library.documents.articles.keys())
          expect(readerOf(tracked.library).ask('articlePage', locale, id)).toEqual(readerOf(library).ask('articlePage', locale, id));
        expect(readerOf(tracked.library).ask('guides', locale, 1)).toEqual(readerOf(library).ask('guides', locale, 1));
      }
    }
  });
});
