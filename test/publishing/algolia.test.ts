import { algoliasearch } from 'algoliasearch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AlgoliaRecord } from '../../cms/library/algolia.ts';
import { toSearchDocuments } from '../../cms/library/searchDocuments.ts';
import type { Article, Library } from '../../cms/library/types.ts';
import { createAlgoliaIndexer } from '../../cms/search/algolia/index.ts';
import { toAlgoliaRecords } from '../../cms/search/algolia/records.ts';
import { type AlgoliaDouble, appId, searchKey, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

let algolia: AlgoliaDouble;
beforeEach(async () => {
  algolia = await startAlgolia();
});
afterEach(() => algolia.close());

const library = fixtureLibrary();
const boundaries = { collection: 'articles', id: 'a1' } as const;
const indexer = (key = writeKey) => createAlgoliaIndexer({ appId, writeKey: key, host: algolia.host });

function objectIDs(index: string, docId = ''): string[] {
  return [...(algolia.store.indexes.get(index)?.objects.keys() ?? [])].filter((id) => id.startsWith(docId)).sort();
}

function withArticle(change: (article: Article) => Article | undefined): Library {
  const articles = new Map(library.documents.articles);
  const changed = change(articles.get('a1') as Article);
  if (changed) articles.set('a1', changed);
  else articles.delete('a1');
  return { ...library, documents: { ...library.documents, articles } };
}

describe('a full synchronization', () => {
  test('fills one index a language with the records of every published document, its settings and its synonyms', async () => {
    await indexer().sync(library, 'everything');
    for (const locale of ['en', 'es'] as const) {
      const wanted = toSearchDocuments(library, locale)
        .flatMap(toAlgoliaRecords)
        .map((record) => record.objectID)
        .sort();
      expect(objectIDs(`alongside_${locale}`)).toEqual(wanted);
      expect(algolia.store.existing(`alongside_${locale}`).settings).toMatchObject({
        attributeForDistinct: 'docId',
        indexLanguages: [locale],
        queryLanguages: [locale],
      });
    }
    expect([...algolia.store.existing('alongside_en').synonyms.values()].map((group) => group.synonyms)).toEqual([['limit', 'boundary']]);
    expect([...algolia.store.indexes.keys()].sort()).toEqual(['alongside_en', 'alongside_es']);
  });

  test('writes to a temporary index and moves it into place, so that no search meets half an index', async () => {
    await indexer().sync(library, 'everything');
    const written = algolia.log.filter((call) => call.path.endsWith('/batch') && !call.path.includes('synonyms')).map((call) => call.path);
    expect(written.every((path) => path.includes('_tmp'))).toBe(true);
    expect(algolia.log.filter((call) => call.path.endsWith('/operation')).map((call) => call.body)).toEqual([
      { operation: 'move', destination: 'alongside_en' },
      { operation: 'move', destination: 'alongside_es' },
    ]);
  });

  test('forgets what an interrupted one left in the temporary index', async () => {
    algolia.store.changing('alongside_en_tmp').objects.set('articles:old:en#0', { objectID: 'articles:old:en#0' });
    await indexer().sync(library, 'everything');
    expect(objectIDs('alongside_en', 'articles:old')).toEqual([]);
  });

  test.each([
    ['an empty library', 0],
    ['a library that lost more than half', 1],
  ])('refuses %s and leaves the index as it was', async (_, kept) => {
    await indexer().sync(library, 'everything');
    const before = objectIDs('alongside_en');
    const none = {
      articles: new Map(),
      topics: new Map(),
      faqs: new Map(),
      terms: new Map(),
      workshops: new Map(),
      materials: new Map(),
      kits: new Map(),
      pages: new Map(),
    };
    const lost = { ...library, documents: { ...none, terms: new Map([...library.documents.terms].slice(0, kept)) } };
    await expect(indexer().sync(lost, 'everything')).rejects.toThrow(/would be left with \d+, so nothing was changed/);
    expect(objectIDs('alongside_en')).toEqual(before);
  });
});

describe('a change', () => {
  beforeEach(async () => {
    await indexer().sync(library, 'everything');
    algolia.log.length = 0;
  });

  test('of a guide that became shorter takes the records away that it no longer has, in the batch that brings the new ones', async () => {
    const before = objectIDs('alongside_en', 'articles:a1:en#');
    const shorter = withArticle((article) => ({ ...article, text: { ...article.text, en: { ...article.text.en!, body: [] } } }));
    await indexer().sync(shorter, [boundaries]);
    expect(before.length).toBeGreaterThan(2);
    expect(objectIDs('alongside_en', 'articles:a1:en#')).toEqual(['articles:a1:en#0']);
    expect(algolia.log.filter((call) => call.path === '/1/indexes/alongside_en/batch')).toHaveLength(1);
  });

  test('that withdraws a guide takes all its records away, in both languages', async () => {
    await indexer().sync(
      withArticle(() => undefined),
      [boundaries],
    );
    expect([...objectIDs('alongside_en', 'articles:a1:'), ...objectIDs('alongside_es', 'articles:a1:')]).toEqual([]);
    expect(objectIDs('alongside_en', 'articles:a2:')).not.toEqual([]);
  });

  test('of a topic reaches the guides on it', async () => {
    const topics = new Map(
      [...library.documents.topics].map(([id, topic]) => [id, { ...topic, text: { ...topic.text, en: { ...topic.text.en!, title: `New name of ${id}` } } }]),
    );
    await indexer().sync({ ...library, documents: { ...library.documents, topics } }, [{ collection: 'topics', id: 't1' }]);
    const record = algolia.store.existing('alongside_en').objects.get('articles:a1:en#0') as unknown as AlgoliaRecord;
    expect(record.topics).toContain('New name of t1');
  });

  test('is there when the synchronization resolves, however long Algolia takes', async () => {
    algolia.store.polls = 3;
    await indexer().sync(
      withArticle(() => undefined),
      [boundaries],
    );
    expect(objectIDs('alongside_en', 'articles:a1:')).toEqual([]);
  });

  test('before there is any index makes the whole index', async () => {
    algolia.store.indexes.clear();
    await indexer().sync(library, [boundaries]);
    expect(objectIDs('alongside_es', 'faqs:')).not.toEqual([]);
  });

  test('rejects when Algolia refuses the key, and when Algolia is down', async () => {
    await expect(indexer(searchKey).sync(library, [boundaries])).rejects.toThrow('Method not allowed with this API key');
    algolia.fault = 500;
    await expect(indexer().sync(library, [boundaries])).rejects.toThrow();
  });
});

test("a reader's key finds a section by a synonym and may not write", async () => {
  await indexer().sync(library, 'everything');
  const reader = algoliasearch(appId, searchKey, {
    hosts: [{ url: '127.0.0.1', port: Number(new URL(algolia.host).port), protocol: 'http', accept: 'readWrite' }],
  });
  const { hits } = await reader.searchSingleIndex<AlgoliaRecord>({ indexName: 'alongside_en', searchParams: { query: 'limit' } });
  expect(hits.map((hit) => hit.path)).toContain('/en/guides/setting-a-boundary/');
  await expect(reader.deleteObject({ indexName: 'alongside_en', objectID: 'articles:a1:en#0' })).rejects.toThrow();
});
