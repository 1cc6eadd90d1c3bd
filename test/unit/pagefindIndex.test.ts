import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PagefindPointer } from '../../cms/library/pagefindFiles.ts';
import { toSearchDocument } from '../../cms/library/searchDocuments.ts';
import type { Library } from '../../cms/library/types.ts';
import { buildIndex, createPagefindIndexer } from '../../cms/search/pagefind/index.ts';
import { withdrawnFrom } from '../../cms/search/pagefind/withdrawn.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const library = fixtureLibrary();
let dir: string;
let outDir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'alongside-pagefind-'));
  outDir = join(dir, 'site');
  await mkdir(outDir);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function pointer(locale = 'en'): Promise<PagefindPointer> {
  return JSON.parse(await readFile(join(outDir, 'pagefind', `${locale}.json`), 'utf8')) as PagefindPointer;
}

function without(...ids: string[]): Library {
  return { ...library, documents: { ...library.documents, articles: new Map([...library.documents.articles].filter(([id]) => !ids.includes(id))) } };
}

const fail = (error: unknown) => {
  throw error;
};

test('an index stands for each language, with nothing half-made beside it', async () => {
  const indexer = createPagefindIndexer({ outDir, delay: 0, onError: fail });
  indexer.sync(library);
  await indexer.settled();
  for (const locale of ['en', 'es']) {
    const { index, withdrawn } = await pointer(locale);
    expect(withdrawn).toEqual([]);
    expect(existsSync(join(outDir, 'pagefind', index, 'pagefind.js'))).toBe(true);
  }
  expect(await readdir(dir)).toEqual(['site']);
});

test('an index that is current is left alone', async () => {
  await buildIndex(library, 'en', outDir);
  const { index } = await pointer();
  const before = await stat(join(outDir, 'pagefind', index));
  await buildIndex(fixtureLibrary(), 'en', outDir);
  expect((await pointer()).index).toBe(index);
  expect((await stat(join(outDir, 'pagefind', index))).mtimeMs).toBe(before.mtimeMs);
});

test('the index just replaced stays for open pages, and older ones go', async () => {
  const names: string[] = [];
  for (const gone of ['a1', 'a2', 'a3']) {
    await buildIndex(without(gone), 'en', outDir);
    names.push((await pointer()).index);
  }
  const standing = (await readdir(join(outDir, 'pagefind'))).filter((name) => name !== 'en.json');
  expect(standing.sort()).toEqual(names.slice(1).sort());
});

test('many changes at once make one build, of the newest library', async () => {
  const indexer = createPagefindIndexer({ outDir, delay: 300, onError: fail });
  for (const gone of ['a1', 'a2', 'a3']) indexer.sync(without(gone));
  await indexer.settled();
  expect((await readdir(join(outDir, 'pagefind'))).filter((name) => name.startsWith('en-'))).toHaveLength(1);
  const known = await readFile(join(outDir, 'pagefind', (await pointer()).index, 'paths.json'), 'utf8');
  expect(known).toContain('/en/guides/setting-a-boundary/');
  expect(known).not.toContain('/en/guides/the-first-week/');
});

test('a page withdrawn while an index is built is withdrawn from that index', async () => {
  let latest = library;
  const building = buildIndex(library, 'en', outDir, (indexed) => withdrawnFrom(indexed, latest, 'en'));
  latest = without('a1');
  await building;
  expect((await pointer()).withdrawn).toEqual(['/en/guides/setting-a-boundary/']);
});

test('a list of pages that stops before its end, because its sender died, makes no index', async () => {
  const folder = join(dir, 'half');
  const program = fileURLToPath(new URL('../../cms/search/pagefind/build.ts', import.meta.url));
  const child = spawn(process.execPath, [program, 'en', folder], { stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin.end(`${JSON.stringify(toSearchDocument(library, { collection: 'articles', id: 'a1' }, 'en'))}\n`);
  const [code] = (await once(child, 'close')) as [number];
  expect(code).not.toBe(0);
  expect(existsSync(folder)).toBe(false);
});

test('a build that fails is told, leaves the last index, and the next change builds again', async () => {
  const errors: unknown[] = [];
  const indexer = createPagefindIndexer({ outDir, delay: 0, onError: (error) => errors.push(error) });
  indexer.sync(library);
  await indexer.settled();
  const before = await pointer();
  const [article] = library.documents.articles.values();
  const broken = Object.defineProperty({ ...article! }, 'topics', { get: () => fail(new Error('broken on purpose')) });
  indexer.sync({ ...library, documents: { ...library.documents, articles: new Map([[broken.id, broken]]) } });
  await indexer.settled();
  expect(errors.map(String)).toEqual(['Error: broken on purpose']);
  expect((await pointer()).index).toBe(before.index);
  indexer.sync(without('a1'));
  await indexer.settled();
  expect((await pointer()).index).not.toBe(before.index);
});
