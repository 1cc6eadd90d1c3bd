import { createHash } from 'node:crypto';
import { readdirSync, renameSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Locale } from '../../library/locales.ts';
import { namesFile, pagefindFolder } from '../../library/pagefindFiles.ts';
import { namesWritten, type SearchNames, toSearchNames } from '../../library/searchNames.ts';
import type { Library } from '../../library/types.ts';
import { idsFile } from './fragmentIds.ts';
import { pagesOf } from './pages.ts';
import { indexedPaths, pathsFile, readPointer, writePointer } from './pointer.ts';
import { runBuild } from './runBuild.ts';
import { withdrawnFrom } from './withdrawn.ts';

/** Raise it when Pagefind or the use of its files changes, so that every index is built anew. */
const format = 4;

/** All that an index is made of. */
interface Source {
  /** The addresses of the pages, and each page as a line for Pagefind (see build.ts). */
  paths: string[];
  lines: Buffer[];
  names: SearchNames;
}

/**
 * Builds the index of one language beside the web root and then switches to it; a current one is left alone. `withdrawn` tells, at the moment of the
 * switch, which of the index's addresses are no more: the library may have changed during the build.
 */
export async function buildIndex(
  library: Library,
  locale: Locale,
  outDir: string,
  withdrawn: (indexed: readonly string[]) => string[] = (indexed) => withdrawnFrom(indexed, library, locale),
): Promise<void> {
  const source = await sourceOf(library, locale);
  const index = nameOf(locale, source);
  const current = readPointer(outDir, locale);
  const standing = current?.index === index && indexedPaths(outDir, index) !== undefined;
  if (!standing) await writeIndex(outDir, locale, index, source);
  writePointer(outDir, locale, { index, withdrawn: withdrawn(source.paths) });
  if (!standing) await sweep(outDir, locale, [index, current?.index]);
}

/** The name of the index that a library has: another one is of another text. */
export async function indexNameOf(library: Library, locale: Locale): Promise<string> {
  return nameOf(locale, await sourceOf(library, locale));
}

function nameOf(locale: Locale, { lines, names }: Source): string {
  const hash = createHash('sha256').update(`${format}\n`);
  for (const line of lines) hash.update(line);
  hash.update(namesWritten(names, locale));
  return `${locale}-${hash.digest('hex').slice(0, 12)}`;
}

async function sourceOf(library: Library, locale: Locale): Promise<Source> {
  const pages = await pagesOf(library, locale);
  return { paths: pages.map(({ path }) => path), lines: pages.map(({ line }) => line), names: toSearchNames(library, locale, pages) };
}

async function writeIndex(outDir: string, locale: Locale, index: string, { paths, lines, names }: Source): Promise<void> {
  const root = join(outDir, pagefindFolder);
  await mkdir(root, { recursive: true });
  const staging = besideOf(outDir, locale);
  await rm(staging, { recursive: true, force: true });
  await runBuild(locale, staging, lines);
  await writeFile(join(staging, namesFile), namesWritten(await withIds(names, join(staging, idsFile)), locale));
  await writeFile(join(staging, pathsFile), JSON.stringify(paths));
  await rm(join(root, index), { recursive: true, force: true });
  await rename(staging, join(root, index));
}

/** The names with the ids that the new index gave its pages, a list that is then of no more use. */
async function withIds(names: SearchNames, file: string): Promise<SearchNames> {
  const ids = new Map(JSON.parse(await readFile(file, 'utf8')) as [string, string][]);
  await rm(file);
  return { ...names, documents: names.documents.map((document) => ({ ...document, id: ids.get(document.path) ?? '' })) };
}

/** The index just replaced stays for readers whose page was opened before the switch; older ones go, each in one step, since others list the web root. */
async function sweep(outDir: string, locale: Locale, keep: (string | undefined)[]): Promise<void> {
  const root = join(outDir, pagefindFolder);
  for (const name of readdirSync(root)) {
    if (!name.startsWith(`${locale}-`) || keep.includes(name)) continue;
    const leaving = besideOf(outDir, `old-${locale}`);
    await rm(leaving, { recursive: true, force: true });
    renameSync(join(root, name), leaving);
    await rm(leaving, { recursive: true, force: true });
  }
}

/** A place on the same disk that no family can read. */
function besideOf(outDir: string, name: string): string {
  return join(dirname(resolve(outDir)), `.${basename(outDir)}-pagefind-${name}`);
}
