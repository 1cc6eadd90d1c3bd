import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Algoliasearch, algoliasearch } from 'algoliasearch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { algoliaHost } from '../../cms/library/algolia.ts';
import { type AlgoliaDouble, appId, searchKey, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { routes } from '../support/algolia/routes.ts';

let algolia: AlgoliaDouble;
let client: Algoliasearch;
beforeEach(async () => {
  algolia = await startAlgolia();
  client = algoliasearch(appId, writeKey, { hosts: [algoliaHost(algolia.host)] });
  const index = algolia.store.changing('guides');
  index.settings = { searchableAttributes: ['title'], attributesForFaceting: ['searchable(kind)'], attributeForDistinct: 'docId' };
  for (const [objectID, title, kind] of [
    ['a', 'Setting a boundary', 'articles'],
    ['b', 'Recovery takes time', 'articles'],
    ['c', 'What is recovery?', 'faqs'],
  ] as const)
    index.objects.set(objectID, { objectID, docId: objectID, title, kind });
});
afterEach(() => algolia.close());

const indexName = 'guides';
/** One call of each kind, as the client takes it. */
const calls: Record<string, unknown> = {
  search: { requests: [{ indexName, query: 'recovery', facets: ['*'], facetFilters: [['kind:articles', 'kind:faqs'], 'kind:-terms'], analytics: false }] },
  getObjects: { requests: [{ indexName, objectID: 'a', attributesToRetrieve: ['title'] }] },
  searchSingleIndex: { indexName, searchParams: { query: 'boundary', hitsPerPage: 2 } },
  searchForFacetValues: { indexName, facetName: 'kind', searchForFacetValuesRequest: { facetQuery: 'art' } },
  browse: { indexName, browseParams: { attributesToRetrieve: ['*'] } },
  batch: { indexName, batchWriteParams: { requests: [{ action: 'deleteObject', body: { objectID: 'a' } }] } },
  getTask: { indexName, taskID: 1 },
  getSettings: { indexName },
  setSettings: { indexName, indexSettings: { ignorePlurals: true } },
  saveSynonyms: { indexName, synonymHit: [{ objectID: 's', type: 'synonym', synonyms: ['a', 'b'] }], replaceExistingSynonyms: true },
  searchSynonyms: { indexName, searchSynonymsParams: { hitsPerPage: 1000, page: 0 } },
  clearSynonyms: { indexName },
  saveRules: {
    indexName,
    rules: [{ objectID: 'r', conditions: [{ pattern: 'iop', anchoring: 'contains' }], consequence: { promote: [{ objectID: 'a', position: 0 }] } }],
    clearExistingRules: true,
  },
  searchRules: { indexName, searchRulesParams: { hitsPerPage: 1000, page: 0 } },
  clearRules: { indexName },
  operationIndex: { indexName, operationIndexParams: { operation: 'move', destination: 'other' } },
  deleteIndex: { indexName },
  deleteBy: { indexName, deleteByParams: { facetFilters: 'kind:faqs' } },
  getObject: { indexName, objectID: 'a', attributesToRetrieve: ['title'] },
  addOrUpdateObject: { indexName, objectID: 'd', body: { title: 'New' } },
  deleteObject: { indexName, objectID: 'a' },
  getApiKey: { key: writeKey },
};

describe("the double's calls", () => {
  test.each(routes.map(({ name }) => name))('%s is the call that the installed client makes, and takes what it sends', async (name) => {
    const call = client[name] as unknown as (given: unknown) => Promise<unknown>;
    await expect(call(calls[name])).resolves.toBeDefined();
    expect(algolia.log.map((one) => one.name)).toEqual([name]);
  });

  test("ask for the right that the installed client's own description of each call names", async () => {
    const types = await readFile(fileURLToPath(new URL('../../@algolia/client-search/dist/node.d.ts', import.meta.resolve('algoliasearch'))), 'utf8');
    const described = (name: string) => {
      const [comment = ''] = types
        .slice(0, types.search(new RegExp(`^ +${name}[<(]`, 'm')))
        .split('/**')
        .slice(-1);
      return /Required API Key ACLs:\s*\*\s+- (\w+)/.exec(comment)?.[1];
    };
    expect(routes.map(({ name, acl }) => [name, acl])).toEqual(routes.map(({ name }) => [name, described(name)]));
  });
});

describe('the double refuses', () => {
  const send = async (method: string, path: string, body?: unknown, key = writeKey) => {
    const headers = { 'x-algolia-application-id': appId, 'x-algolia-api-key': key };
    const response = await fetch(algolia.host + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return { status: response.status, ...((await response.json()) as { message?: string }) };
  };
  const batch = (body: object, action = 'addObject') => ({ requests: [{ action, body }] });

  test.each<[string, string, string, unknown]>([
    ['a parameter that Algolia does not have', 'POST', '/1/indexes/guides/query', { query: 'a', fuzzy: true }],
    ['a number where text belongs', 'POST', '/1/indexes/guides/query', { query: 7 }],
    ['a setting that Algolia does not have', 'PUT', '/1/indexes/guides/settings', { searchableAttribute: ['title'] }],
    ['a setting of a wrong kind', 'PUT', '/1/indexes/guides/settings', { searchableAttributes: 'title' }],
    ['an unknown word after the ?', 'PUT', '/1/indexes/guides/settings?forward=true', {}],
    ['a batch without its list', 'POST', '/1/indexes/guides/batch', [{ action: 'addObject', body: { objectID: 'x' } }]],
    ['an action that Algolia does not have', 'POST', '/1/indexes/guides/batch', batch({ objectID: 'x' }, 'upsertObject')],
    ['a record without its name', 'POST', '/1/indexes/guides/batch', batch({ title: 'x' })],
    ['a record over 10 KB', 'POST', '/1/indexes/guides/batch', batch({ objectID: 'x', title: 'x'.repeat(10_000) })],
    ['a synonym without words', 'POST', '/1/indexes/guides/synonyms/batch', [{ objectID: 'x', type: 'synonym', synonyms: [] }]],
    [
      'a rule whose pattern opens a brace',
      'POST',
      '/1/indexes/guides/rules/batch',
      [{ objectID: 'x', conditions: [{ pattern: '{facet', anchoring: 'is' }], consequence: {} }],
    ],
    ['a deletion by no filter', 'POST', '/1/indexes/guides/deleteByQuery', {}],
    ['a filter that is none', 'POST', '/1/indexes/guides/query', { facetFilters: ['articles'] }],
  ])('%s', async (_, method, path, body) => {
    expect((await send(method, path, body)).status).toBe(400);
    algolia.store.settle();
    expect([...algolia.store.existing('guides').objects.keys()]).toEqual(['a', 'b', 'c']);
  });

  test('an index that is not there, a call that is not there, a key that is not there, and a write with the key of a browser', async () => {
    expect(await send('POST', '/1/indexes/none/query', {})).toMatchObject({ status: 404, message: 'Index none does not exist' });
    expect((await send('POST', '/1/indexes/guides/everything', {})).status).toBe(404);
    expect((await send('POST', '/1/indexes/guides/query', {}, 'other')).status).toBe(403);
    expect((await send('DELETE', '/1/indexes/guides', undefined, searchKey)).status).toBe(403);
    expect((await send('GET', `/1/keys/${writeKey}`, undefined, searchKey)).status).toBe(403);
  });
});

describe('the double answers', () => {
  const found = async (params: object) => {
    const { hits } = await client.searchSingleIndex<{ objectID: string }>({ indexName, searchParams: params });
    return hits.map((hit) => hit.objectID);
  };

  test('typos, beginnings, synonyms of several words, rules, facets, pages and one result a document', async () => {
    expect(await found({ query: 'boudnary' })).toEqual(['a']);
    expect(await found({ query: 'recov' })).toEqual(['b', 'c']);
    expect(await found({ query: 'recovery', facetFilters: [['kind:faqs', 'kind:terms']] })).toEqual(['c']);
    expect(await found({ query: 'recovery', hitsPerPage: 1, page: 1 })).toEqual(['c']);
    const index = algolia.store.existing('guides');
    index.synonyms.set('s', { objectID: 's', type: 'synonym', synonyms: ['getting better', 'recovery'] });
    expect(await found({ query: 'getting better' })).toEqual(['b', 'c']);
    index.rules.set('r', {
      objectID: 'r',
      conditions: [{ pattern: 'recovery', anchoring: 'contains' }],
      consequence: { promote: [{ objectID: 'c', position: 0 }] },
    });
    expect(await found({ query: 'recovery' })).toEqual(['c', 'b']);
    const { facets } = await client.searchSingleIndex({ indexName, searchParams: { query: 'recovery', facets: ['*'] } });
    expect(facets).toEqual({ kind: { articles: 1, faqs: 1 } });
    index.objects.set('d', { objectID: 'd', docId: 'a', title: 'Boundaries' });
    expect(await found({ query: 'bound', distinct: true })).toEqual(['a']);
  });

  test('compressed bodies, credentials after the ?, and a browser that asks whether it may', async () => {
    const address = `${algolia.host}/1/indexes/guides/query?x-algolia-application-id=${appId}&x-algolia-api-key=${searchKey}`;
    const body = gzipSync(JSON.stringify({ query: 'boundary' }));
    const response = await fetch(address, { method: 'POST', headers: { 'Content-Encoding': 'gzip' }, body });
    expect(await response.json()).toMatchObject({ nbHits: 1 });
    expect((await fetch(address, { method: 'OPTIONS' })).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('too many requests until the fault ends, and the client comes again by itself', async () => {
    algolia.fault = () => (algolia.log.length < 2 ? 429 : 'none');
    expect(await found({ query: 'boundary' })).toEqual(['a']);
    expect(algolia.log).toHaveLength(2);
  });
});
