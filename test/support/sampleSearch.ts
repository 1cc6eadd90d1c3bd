import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '../../cms/library/locales.ts';
import { locales } from '../../cms/library/locales.ts';
import { namesFile, pagefindFolder, vocabularyFile } from '../../cms/library/pagefindFiles.ts';
import { toSearchDocuments } from '../../cms/library/searchDocuments.ts';
import { namesRead } from '../../cms/library/searchNames.ts';
import { publicCollections } from '../../cms/library/sections.ts';
import type { Library } from '../../cms/library/types.ts';
import { decoded } from '../../cms/library/vocabulary.ts';
import { buildIndex } from '../../cms/search/pagefind/buildIndex.ts';
import { readPointer } from '../../cms/search/pagefind/pointer.ts';
import { type Engine, engineOptions } from '../../site/search/own/engine.ts';
import { findPages, type OwnIndex } from '../../site/search/own/findPages.ts';
import { nameScores } from '../../site/search/own/nameScores.ts';
import { fixtureLibrary } from './fixtureLibrary.ts';
import { sampleLibrary } from './sampleLibrary.ts';

/** The search of the sample library as a browser has it: the real index, with our names, speller and ranking, without the page around it. */
export interface SampleSearch {
  /** Keys of documents, the best first. */
  find(q: string, locale: Locale): Promise<{ keys: string[]; corrected?: string | undefined }>;
  index(locale: Locale): OwnIndex;
  library: Library;
  close(): Promise<void>;
}

export async function sampleSearch(): Promise<SampleSearch> {
  const outDir = join(await mkdtemp(join(tmpdir(), 'alongside-judged-')), 'site');
  const library = await wholeSample();
  for (const locale of locales) await buildIndex(library, locale, outDir);
  const server = createServer((request, response) => {
    readFile(join(outDir, new URL(request.url ?? '/', 'http://site').pathname)).then(
      (bytes) => response.end(bytes),
      (error: unknown) => response.writeHead(404).end(String(error)),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const opened = new Map<Locale, OwnIndex>();
  for (const locale of locales) opened.set(locale, await openIn(outDir, origin, locale));
  const index = (locale: Locale) => {
    const one = opened.get(locale);
    if (!one) throw new Error(`No index of '${locale}'.`);
    return one;
  };
  const keys = new Map(locales.flatMap((locale) => toSearchDocuments(library, locale).map(({ path, ref }) => [path, String(ref.id)] as const)));
  return {
    library,
    index,
    async find(q, locale) {
      const { pages, corrected } = await findPages(index(locale), q);
      const found = await Promise.all(pages.slice(0, 10).map((page) => page.data()));
      return { keys: found.map(({ url }) => keys.get(url) ?? url), corrected };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** The sample library; what search does not read is the fixture's. */
async function wholeSample(): Promise<Library> {
  const { documents, program, search } = await sampleLibrary();
  const inCollection = (collection: string) =>
    new Map(documents.filter(({ document }) => document.collection === collection).map((one) => [one.key, one.document]));
  return {
    ...fixtureLibrary(),
    documents: Object.fromEntries(publicCollections.map((collection) => [collection, inCollection(collection)])) as unknown as Library['documents'],
    program,
    search,
  };
}

async function openIn(outDir: string, origin: string, locale: Locale): Promise<OwnIndex> {
  const name = readPointer(outDir, locale)?.index ?? '';
  const folder = join(outDir, pagefindFolder, name);
  const engine = (await import(join(folder, 'pagefind.js'))) as Engine;
  await engine.options({ ...engineOptions, basePath: `${origin}/${pagefindFolder}/${name}/` });
  await engine.init(locale);
  const vocabulary = decoded(await readFile(join(folder, vocabularyFile), 'utf8'));
  const names = namesRead(await readFile(join(folder, namesFile), 'utf8'), locale);
  return { locale, engine, names: nameScores(names, locale), vocabulary: () => Promise.resolve(vocabulary) };
}
