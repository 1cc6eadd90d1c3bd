import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { searchIndexFindings, searchKeyFindings } from '../../cms/commands/doctor/search.ts';
import { refuseUnsafeKey } from '../../cms/commands/searchKey.ts';
import { readEnv } from '../../cms/env.ts';
import { createAlgoliaIndexer } from '../../cms/search/algolia/index.ts';
import { type AlgoliaDouble, appId, searchKey, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

let algolia: AlgoliaDouble;
const folder = mkdtempSync(join(tmpdir(), 'alongside-keys-'));
beforeAll(async () => {
  algolia = await startAlgolia();
});
afterEach(() => {
  algolia.fault = 'none';
  algolia.store.keys.set(searchKey, ['search']);
});
afterAll(async () => {
  await algolia.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => ({ ALGOLIA_APP_ID: appId, ALGOLIA_SEARCH_KEY: searchKey, ALGOLIA_WRITE_KEY: writeKey, ALGOLIA_HOST: algolia.host });
const env = (other: Record<string, string> = {}) => readEnv({ ...settings(), ...other });

test('a key that may search and nothing else is fine', async () => {
  await refuseUnsafeKey(env());
  expect(await searchKeyFindings(env())).toEqual([
    { state: 'fine', what: 'Search key', says: 'may search and nothing else.' },
    { state: 'fine', what: 'Write key', says: 'may do what the publisher needs.' },
  ]);
});

test.each(['start', 'build', 'publish'])(
  'npm run %s refuses a key for browsers that can change the index, and says why and what to do',
  async (name) => {
    algolia.store.keys.set(searchKey, ['search', 'addObject', 'deleteIndex']);
    const child = spawn(process.execPath, [`cms/commands/${name}.ts`], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, NODE_ENV: 'test', DATA_DIR: folder, PORT: '4193', CMS_PORT: '4194', ...settings() },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [said, code] = await Promise.all([text(child.stderr), new Promise<number | null>((done) => child.once('exit', done))]);
    expect(said).toContain('ALGOLIA_SEARCH_KEY may do more than search: addObject, deleteIndex.');
    expect(said).toContain('Search-Only API Key');
    expect(code).toBe(1);
  },
  60_000,
);

test.each<[string, () => void]>([
  ['does not know the key', () => algolia.store.keys.delete(searchKey)],
  ['is out of order', () => (algolia.fault = 500)],
])('families keep their pages when Algolia %s: the start goes on, and doctor says it', async (_, breaks) => {
  breaks();
  await refuseUnsafeKey(env());
  expect((await searchKeyFindings(env()))[0]).toMatchObject({ state: 'broken', what: 'Search key', says: expect.stringMatching(/Algolia/) });
});

test('doctor names the rights that the write key lacks', async () => {
  algolia.store.keys.set('half', ['search', 'addObject', 'settings']);
  expect((await searchKeyFindings(env({ ALGOLIA_WRITE_KEY: 'half' })))[1]).toEqual({
    state: 'broken',
    what: 'Write key',
    says: 'ALGOLIA_WRITE_KEY lacks the rights browse, deleteObject, deleteIndex, editSettings.',
  });
});

test('doctor says whether the indexes stand and have the settings of this version', async () => {
  const library = fixtureLibrary();
  const states = async () => (await searchIndexFindings(env(), library)).map(({ state, says }) => `${state}: ${says}`);
  expect(await states()).toContain('before launch: alongside_en is not there yet: npm start fills it.');
  await createAlgoliaIndexer({ appId, writeKey, host: algolia.host }).sync(library, 'everything');
  expect(await states()).toContain('fine: alongside_en has the settings of this version.');
  algolia.store.existing('alongside_en').settings.distinct = false;
  expect(await states()).toContain('before launch: alongside_en has 1 other settings: npm run search:settings puts them right.');
});

test('without Algolia there is nothing to check', async () => {
  await refuseUnsafeKey(readEnv({}));
  expect([...(await searchKeyFindings(readEnv({}))), ...(await searchIndexFindings(readEnv({}), fixtureLibrary()))]).toEqual([]);
});
