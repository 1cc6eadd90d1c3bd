import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readEnv } from '../../cms/env.ts';
import { siteSettings } from '../../cms/publishing/settings.ts';
import { openSearch } from '../../cms/search/openSearch.ts';
import { type AlgoliaDouble, appId, startAlgolia } from '../support/algolia/index.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

const searchKey = 'families-may-have-this-key';
const writeKey = 'nobody-may-have-this-key';
let algolia: AlgoliaDouble;
let site: PressedSite;

beforeAll(async () => {
  algolia = await startAlgolia();
  algolia.store.keys.set(writeKey, ['search', 'browse', 'addObject', 'deleteObject', 'deleteIndex', 'settings', 'editSettings']);
  const env = readEnv({ ALGOLIA_APP_ID: appId, ALGOLIA_SEARCH_KEY: searchKey, ALGOLIA_WRITE_KEY: writeKey, ALGOLIA_HOST: algolia.host });
  vi.stubEnv('ALGOLIA_WRITE_KEY', writeKey);
  site = await pressedSite({ settings: siteSettings(env) });
  const search = openSearch({
    outDir: site.outDir,
    delay: 0,
    algolia: { appId, writeKey, host: algolia.host },
    onError: (error) => {
      throw error;
    },
  });
  await search.follow(fixtureLibrary(), 'everything');
  await search.settled();
  search.close();
}, 240_000);
afterAll(async () => {
  await site?.close();
  await algolia?.close();
  vi.unstubAllEnvs();
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('no file that families receive has the write key, and those with the search have the search key', async () => {
  const entries = await readdir(site.outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((_, index) => texts[index]?.includes(writeKey))).toEqual([]);
  expect(texts.some((text) => text.includes(searchKey))).toBe(true);
});

test.each([
  ['10,000 letters', 'ñ'.repeat(10_000)],
  ['emoji', '👩‍👧🙂'.repeat(50)],
  ['right-to-left text', 'العربية \u202e עברית'],
  ['HTML', '<script>alert(1)</script>"><img src=x onerror=alert(1)>'],
  ['regex and filter syntax', '(.*)+$^[] kind:-x OR NOT {facet:a} %'],
  ['control characters', 'a\u0000\u0007\r\nSet-Cookie: a=b'],
  ['nothing', ''],
])('a search for %s gets the search page as it stands, and nothing of it is written down or sent back', async (_, typed) => {
  const said = ['log', 'info', 'warn', 'error'].map((name) => vi.spyOn(console, name as 'log').mockImplementation(() => undefined));
  const plain = await fetch(`${site.origin}/en/search/`);
  const answer = await fetch(`${site.origin}/en/search/?q=${encodeURIComponent(typed)}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.text()).toBe(await plain.text());
  expect(said.flatMap((spy) => spy.mock.calls)).toEqual([]);
});
