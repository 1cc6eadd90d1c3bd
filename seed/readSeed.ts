import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { locales } from '../cms/library/locales.ts';
import { documentSchemas, globalSchemas, type SeededCollection, type SeededGlobal, seededCollections, seededGlobals } from './schema.ts';
import { type Key, keysIn, type Tree, withRowIds } from './tree.ts';

/** A document of the sample library: its key and its data (see Tree). */
export interface SeedDocument {
  key: Key;
  collection: SeededCollection;
  data: { [name: string]: Tree };
}

export interface SeedFile {
  name: string;
  path: string;
  sha256: string;
}

export interface SeedLibrary {
  documents: SeedDocument[];
  files: ReadonlyMap<string, SeedFile>;
  globals: { slug: SeededGlobal; data: { [name: string]: Tree } }[];
}

/** The folder of the sample library in this package. */
const sampleFolder = fileURLToPath(new URL('.', import.meta.url));

interface Written {
  key: Key;
  place: string;
  raw: unknown;
}

/** Reads and checks a whole folder of content files. Throws one error that lists every mistake with its file. */
export async function readSeed(folder = sampleFolder): Promise<SeedLibrary> {
  const mistakes: string[] = [];
  const check = <Read>(place: string, schema: z.ZodType<Read>, raw: unknown): Read[] => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return [parsed.data];
    mistakes.push(`${place}: ${z.prettifyError(parsed.error).replaceAll('\n', '\n  ')}`);
    return [];
  };
  const documents: SeedDocument[] = [];
  const places = new Map<Key, string>();
  for (const collection of seededCollections) {
    for (const { key, place, raw } of await writtenIn(folder, collection)) {
      if (places.has(key)) mistakes.push(`${place}: the key ${key} is taken by ${places.get(key)}.`);
      places.set(key, place);
      for (const data of check(place, documentSchemas[collection], raw))
        documents.push({ key, collection, data: withRowIds(data, key) as SeedDocument['data'] });
    }
  }
  const globals: SeedLibrary['globals'] = [];
  for (const slug of seededGlobals) {
    const file = join(folder, `${slug}.yaml`);
    if (!existsSync(file)) continue;
    for (const data of check<Tree>(`${slug}.yaml`, globalSchemas[slug], await readYaml(file)))
      globals.push({ slug, data: withRowIds(data, slug) as SeedDocument['data'] });
  }
  const files = await filesIn(join(folder, 'files'));
  const known = new Set<string>([...places.keys(), ...[...files.keys()].map((name) => `files/${name}`)]);
  const texts = [
    ...documents.map(({ key, data }) => ({ place: places.get(key), data })),
    ...globals.map(({ slug, data }) => ({ place: `${slug}.yaml`, data })),
  ];
  for (const { place, data } of texts) {
    for (const named of new Set(keysIn(data))) if (!known.has(named)) mistakes.push(`${place}: it names ${named}, which is not there.`);
  }
  if (mistakes.length > 0) throw new Error(`The content files in ${folder} have mistakes:\n- ${mistakes.join('\n- ')}`);
  return { documents, files, globals };
}

/** A collection is one list in `<collection>.yaml`, or a folder of such lists, or a folder with one document a folder. */
async function writtenIn(folder: string, collection: SeededCollection): Promise<Written[]> {
  const found: Written[] = [];
  const list = `${collection}.yaml`;
  if (existsSync(join(folder, list))) found.push(...(await listedIn(folder, list, collection)));
  const each = join(folder, collection);
  if (!existsSync(each)) return found;
  for (const name of (await readdir(each)).sort()) {
    if (name.endsWith('.yaml')) found.push(...(await listedIn(folder, join(collection, name), collection)));
    else found.push(await writtenAt(join(each, name), collection, name, folder));
  }
  return found;
}

async function listedIn(folder: string, file: string, collection: SeededCollection): Promise<Written[]> {
  const listed = z.array(z.looseObject({ key: z.string() })).parse((await readYaml(join(folder, file))) ?? []);
  return listed.map(({ key, ...raw }) => ({ key: `${collection}/${key}`, place: `${file}, ${key}`, raw }));
}

async function writtenAt(place: string, collection: SeededCollection, name: string, folder: string): Promise<Written> {
  const shared = existsSync(join(place, 'shared.yaml')) ? await readYaml(join(place, 'shared.yaml')) : {};
  const raw: Record<string, unknown> = { ...(shared as object), ...(collection === 'pages' && { purpose: name }) };
  for (const locale of locales) {
    const file = join(place, `${locale}.md`);
    if (existsSync(file)) raw[locale] = frontMatter(await readFile(file, 'utf8'), file);
  }
  return { key: `${collection}/${name}`, place: relative(folder, place), raw };
}

/** A file's head between two lines of --- and the text below it, which is its body. */
function frontMatter(content: string, file: string): Record<string, unknown> {
  const found = /^---\r?\n(?<head>[\s\S]*?)\r?\n---\r?\n(?<body>[\s\S]*)$/.exec(content)?.groups;
  if (!found) throw new Error(`${file} does not start with a head between two lines of ---.`);
  return { ...(parse(found.head ?? '') as object), body: found.body };
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

async function filesIn(folder: string): Promise<Map<string, SeedFile>> {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  const files = names.map(async (name): Promise<[string, SeedFile]> => {
    const path = join(folder, name);
    return [
      name,
      {
        name,
        path,
        sha256: createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      },
    ];
  });
  return new Map(await Promise.all(files));
}
