import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { algoliasearch } from 'algoliasearch';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { algoliaHost } from '../../cms/library/algolia.ts';
import type { Library } from '../../cms/library/types.ts';
import { createAlgoliaIndexer } from '../../cms/search/algolia/index.ts';
import { type AlgoliaDouble, appId, searchKey, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let cms: TestCms;
let algolia: AlgoliaDouble;

beforeAll(async () => {
  [cms, algolia] = [await openTestCms({ name: 'sqlite', freshUrl: () => '' }), await startAlgolia()];
  await cms.signIn('admin');
  await cms.payload.updateGlobal({ slug: 'searchSettings', data: { synonyms: [{ locale: 'en', words: ['IOP', 'intensive outpatient program'] }] } });
});
afterAll(async () => {
  await cms?.close();
  await algolia?.close();
});

async function run(words: string[], settings: Record<string, string> = {}): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, ['cms/commands/searchSettings.ts', ...words], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATA_DIR: cms.dataDir,
      ALGOLIA_APP_ID: appId,
      ALGOLIA_SEARCH_KEY: searchKey,
      ALGOLIA_WRITE_KEY: writeKey,
      ALGOLIA_HOST: algolia.host,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((done) => child.once('exit', done))]);
  return { code, out, said };
}

const library: Library = {
  ...fixtureLibrary(),
  search: {
    synonyms: [{ locale: 'en', words: ['limit', 'boundary', '\u0007'] }],
    promoted: [
      { locale: 'en', words: 'IOP {facet:x} * "vs" PHP: <b>?\n🙂', document: { collection: 'articles', id: 'a1' } },
      { locale: 'en', words: 'how to say no', document: { collection: 'articles', id: 'a1' } },
      { locale: 'en', words: 'not there any more', document: { collection: 'articles', id: 'none' } },
    ],
  },
};

describe('npm run search:settings', () => {
  test('shows the difference, applies it, and then finds none', async () => {
    expect(await run(['--dry-run'])).toMatchObject({ code: 2, out: expect.stringContaining('alongside_en: is not there yet. The publisher makes it') });
    await createAlgoliaIndexer({ appId, writeKey, host: algolia.host }).sync({ ...library, search: { synonyms: [], promoted: [] } }, 'everything');
    const index = algolia.store.existing('alongside_en');
    index.settings.minWordSizefor1Typo = 5;
    index.rules.set('by hand', { objectID: 'by hand', consequence: {} });
    algolia.log.length = 0;

    const dry = await run(['--dry-run']);
    expect(dry.out).toContain('setting minWordSizefor1Typo\n      - 5\n      + 3');
    expect(dry.out).toContain('synonyms group-0\n      + {"type":"synonym","synonyms":["IOP","intensive outpatient program"]}');
    expect(dry.out).toContain('rule by hand\n      - {"consequence":{}}');
    expect(dry.code).toBe(2);
    expect(algolia.log.filter(({ name }) => /^(set|save|clear)/.test(name ?? ''))).toEqual([]);

    expect(await run([])).toMatchObject({ code: 0, out: expect.stringContaining('alongside_en: 3 changed:') });
    expect(index.settings.minWordSizefor1Typo).toBe(3);
    expect([...index.synonyms.values()].map(({ synonyms }) => synonyms)).toEqual([['IOP', 'intensive outpatient program']]);
    expect(index.rules.size).toBe(0);
    expect(await run(['--dry-run'])).toMatchObject({ code: 0, out: expect.stringContaining('alongside_en: as it should be.') });
  }, 180_000);

  test.each<[string, string[], Record<string, string>, RegExp]>([
    ['a word that it does not know', ['--force'], {}, /Unknown option '--force'.*--dry-run only shows/s],
    ['no application', [], { ALGOLIA_APP_ID: '', ALGOLIA_SEARCH_KEY: '', ALGOLIA_WRITE_KEY: '' }, /Algolia is not set up: set ALGOLIA_APP_ID/],
    [
      'a key that Algolia does not know',
      [],
      { ALGOLIA_WRITE_KEY: 'other' },
      /Algolia refused: .*ALGOLIA_WRITE_KEY is a key of that application with the rights search, browse/,
    ],
    ['no Algolia', [], { ALGOLIA_HOST: 'http://127.0.0.1:9' }, /Algolia did not answer: .*status\.algolia\.com/],
  ])(
    'says what to do, and ends with 1, for %s',
    async (_, words, settings, says) => {
      const { code, said } = await run(words, settings);
      expect(said).toMatch(says);
      expect(code).toBe(1);
    },
    120_000,
  );
});

describe('what staff promoted', () => {
  beforeEach(() => createAlgoliaIndexer({ appId, writeKey, host: algolia.host }).sync(library, 'everything'));
  const found = async (query: string, facetFilters: string[] = []) => {
    const reader = algoliasearch(appId, searchKey, { hosts: [algoliaHost(algolia.host)] });
    const { hits } = await reader.searchSingleIndex<{ path: string }>({ indexName: 'alongside_en', searchParams: { query, facetFilters } });
    return hits.map(({ path }) => path);
  };

  test('comes first for those words, unless a filter leaves it out', async () => {
    expect((await found('please tell me how to say no'))[0]).toBe('/en/guides/setting-a-boundary/');
    expect(await found('how to say no', ['kind:terms'])).not.toContain('/en/guides/setting-a-boundary/');
  });

  test('is taken by Algolia whatever letters it has, and left out where no page stands', async () => {
    const rules = [...algolia.store.existing('alongside_en').rules.values()];
    expect(rules.map(({ conditions }) => conditions?.[0]?.pattern)).toEqual(['IOP \\{facet\\:x\\} \\* "vs" PHP\\: <b>? 🙂', 'how to say no']);
    expect([...algolia.store.existing('alongside_en').synonyms.values()].map(({ synonyms }) => synonyms)).toEqual([['limit', 'boundary']]);
  });
});
