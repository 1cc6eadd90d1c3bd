import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PagefindPointer } from '../../cms/library/pagefindFiles.ts';
import type { Library } from '../../cms/library/types.ts';
import { openSearch, type Search } from '../../cms/search/openSearch.ts';
import { type AlgoliaDouble, appId, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

let dir: string;
let algolia: AlgoliaDouble;
let search: Search;
let errors: unknown[];
const library = fixtureLibrary();
const guide = '/en/guides/setting-a-boundary/';
const changed = [{ collection: 'articles', id: 'a1' }] as const;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'alongside-search-'));
  algolia = await startAlgolia();
  errors = [];
  search = open();
  await search.follow(library, 'everything');
  await search.settled();
});
afterEach(async () => {
  search.close();
  await search.settled();
  await algolia.close();
  await rm(dir, { recursive: true, force: true });
});

function open(withAlgolia = true): Search {
  const options = { appId, writeKey, host: algolia.host };
  return openSearch({
    outDir: join(dir, 'site'),
    delay: 0,
    pauses: [20],
    algolia: withAlgolia ? options : undefined,
    onError: (error) => errors.push(error),
  });
}

async function withdrawn(): Promise<string[]> {
  return (JSON.parse(await readFile(join(dir, 'site', 'pagefind', 'en.json'), 'utf8')) as PagefindPointer).withdrawn;
}

function without(...ids: string[]): Library {
  return { ...library, documents: { ...library.documents, articles: new Map([...library.documents.articles].filter(([id]) => !ids.includes(id))) } };
}

test('an address is withdrawn at once, although Algolia hangs on an earlier change', async () => {
  algolia.fault = 'hang';
  void search.follow(library, changed);
  void search.follow(without('a1'), changed);
  expect(await withdrawn()).toContain(guide);
});

test('an address stays withdrawn until Algolia has taken it out, although the own index has', async () => {
  algolia.fault = 500;
  const found = search.follow(without('a1'), changed);
  await search.settled();
  expect(await withdrawn()).toEqual([guide]);
  algolia.fault = 'none';
  await found;
  await expect.poll(withdrawn).toEqual([]);
  expect([...algolia.store.existing('alongside_en').objects.keys()].some((id) => id.startsWith('articles:a1:'))).toBe(false);
});

test('an address stays withdrawn when the process ended before Algolia heard of it', async () => {
  algolia.fault = 500;
  void search.follow(without('a1'), changed);
  await search.settled();
  search.close();
  search = open();
  const found = search.follow(without('a1'), 'everything');
  await search.settled();
  expect(await withdrawn()).toEqual([guide]);
  algolia.fault = 'none';
  await found;
  await expect.poll(withdrawn).toEqual([]);
});

test('an address that has a document again is withdrawn no more', async () => {
  algolia.fault = 500;
  void search.follow(without('a1'), changed);
  void search.follow(library, changed);
  expect(await withdrawn()).toEqual([]);
});

test('a change that Algolia did not take goes out again by itself', async () => {
  algolia.fault = 500;
  const found = search.follow(without('a1'), changed);
  await search.told();
  expect(errors.length).toBeGreaterThan(0);
  algolia.fault = 'none';
  await found;
  expect([...algolia.store.existing('alongside_es').objects.keys()].some((id) => id.startsWith('articles:a1:'))).toBe(false);
});

test('without Algolia a change is found once the own index was switched', async () => {
  search.close();
  search = open(false);
  const before = await readFile(join(dir, 'site', 'pagefind', 'en.json'), 'utf8');
  await search.follow(without('a1'), changed);
  expect(await readFile(join(dir, 'site', 'pagefind', 'en.json'), 'utf8')).not.toBe(before);
  expect(await withdrawn()).toEqual([]);
});

test('no call to Algolia says who asks, and no query is counted', async () => {
  await search.follow(without('a1'), changed);
  await search.audit();
  for (const call of algolia.log) {
    expect(call.name).toBeDefined();
    expect(Object.keys(call.headers).filter((name) => /user-?token|session/i.test(name))).toEqual([]);
    expect(JSON.stringify([call.body ?? null, call.search])).not.toMatch(/userToken/i);
    if (call.name === 'searchSingleIndex') expect(call.body).toMatchObject({ analytics: false, clickAnalytics: false });
  }
});
