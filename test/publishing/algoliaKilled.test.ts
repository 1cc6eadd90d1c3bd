import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Algoliasearch, algoliasearch } from 'algoliasearch';
import { afterEach, expect, test } from 'vitest';
import { algoliaHost, algoliaIndexName } from '../../cms/library/algolia.ts';
import { toSearchDocuments } from '../../cms/library/searchDocuments.ts';
import { createAlgoliaIndexer } from '../../cms/search/algolia/index.ts';
import { toAlgoliaRecords } from '../../cms/search/algolia/records.ts';
import { appId, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';
import { until } from '../support/until.ts';

const library = fixtureLibrary();
const smaller = { ...library, documents: { ...library.documents, articles: new Map([...library.documents.articles].slice(1)) } };
const idsOf = (of: typeof library) =>
  toSearchDocuments(of, 'en')
    .flatMap(toAlgoliaRecords)
    .map(({ objectID }) => objectID)
    .sort();
const [before, after] = [idsOf(library), idsOf(smaller)];

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

const reindexer = new URL('../support/algolia/reindexer.ts', import.meta.url);
const double = new URL('../support/algolia/main.ts', import.meta.url);

function run(script: URL, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
}

test('a reindex that is killed at any call leaves the whole index from before it, or the whole new one', async () => {
  const algolia = await startAlgolia();
  const indexer = createAlgoliaIndexer({ appId, writeKey, host: algolia.host });
  await indexer.sync(library, 'everything');
  algolia.log.length = 0;
  await indexer.sync(library, 'everything');
  // The Spanish index is made as the English one is.
  const calls = algolia.log.findIndex((call) => call.path.includes('alongside_es'));
  expect(calls).toBeGreaterThan(8);
  for (let call = 1; call <= calls; call += 1) {
    algolia.log.length = 0;
    algolia.fault = () => (algolia.log.length >= call ? 'hang' : 'none');
    const child = run(reindexer, algolia.host);
    await until(`call ${call} came`, () => algolia.log.length >= call);
    const reached = algolia.log.at(-1)?.name;
    await kill(child);
    algolia.fault = 'none';
    algolia.store.settle();
    const { objects, settings, synonyms } = algolia.store.existing('alongside_en');
    const moved = algolia.log.slice(0, -1).some(({ name }) => name === 'operationIndex');
    expect({ reached, ids: [...objects.keys()].sort() }).toEqual({ reached, ids: moved ? after : before });
    expect([settings.attributeForDistinct, synonyms.size]).toEqual(['docId', 1]);
    if (moved) await indexer.sync(library, 'everything');
  }
  await indexer.sync(smaller, 'everything');
  expect([...algolia.store.indexes.keys()].sort()).toEqual(['alongside_en', 'alongside_es']);
  await algolia.close();
}, 240_000);

test('an Algolia that hangs and dies in the middle of a reindex has the whole index when it is back, and takes the next reindex', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-algolia-'));
  const file = join(folder, 'indexes.json');
  const standing = async (host: string) => {
    const ids: string[] = [];
    const client = clientAt(host);
    await client.browseObjects<object>({ indexName: algoliaIndexName('en'), aggregator: ({ hits }) => void ids.push(...hits.map(({ objectID }) => objectID)) });
    return ids.sort();
  };
  let [child, host] = await startProcess('0', file);
  await createAlgoliaIndexer({ appId, writeKey, host }).sync(library, 'everything');
  for (const from of [2, 6, 9]) {
    await kill(child);
    [child, host] = await startProcess('0', file, 'hang', String(from));
    const cut = createAlgoliaIndexer({ appId, writeKey, host }).sync(smaller, 'everything');
    const failed = expect(cut).rejects.toThrow('Algolia did not answer');
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    await kill(child);
    await failed;
    [child, host] = await startProcess('0', file);
    expect(await standing(host)).toEqual(before);
  }
  await createAlgoliaIndexer({ appId, writeKey, host }).sync(smaller, 'everything');
  expect(await standing(host)).toEqual(after);
  await kill(child);
  await rm(folder, { recursive: true, force: true });
}, 240_000);

async function startProcess(...args: string[]): Promise<[ChildProcess, string]> {
  const child = run(double, ...args);
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return [child, said.toString().trim()];
}

function clientAt(host: string): Algoliasearch {
  return algoliasearch(appId, writeKey, { hosts: [algoliaHost(host)] });
}
