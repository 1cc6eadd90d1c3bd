import { createHash } from 'node:crypto';
import { readdirSync, renameSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Locale } from '../../library/locales.ts';
import { pagefindFolder } from '../../library/pagefindFiles.ts';
import { searchableRefs, toSearchDocument } from '../../library/searchDocuments.ts';
import type { Library } from '../../library/types.ts';
import { toPagefindHtml } from './html.ts';
import { indexedPaths, pathsFile, readPointer, writePointer } from './pointer.ts';
import { runBuild } from './runBuild.ts';
import { withdrawnFrom } from './withdrawn.ts';

/** Raise it when Pagefind or the use of its files changes, so that every index is built anew. */
const format = 1;

/**
 * Builds the index of one language beside the web root and then switches to it; a current one is left alone. `latest` tells what the library has become
 * meanwhile, so that an address withdrawn during the build is withdrawn from the new index too.
 */
export async function buildIndex(library: Library, locale: Locale, outDir: string, latest: () => Library = () => library): Promise<void> {
  const pages = await pagesOf(library, locale);
  const paths = pages.map((page) => page.path);
  const lines = pages.map((page) => page.line);
  const index = nameOf(locale, pages);
  const current = readPointer(outDir, locale);
  const standing = current?.index === index && indexedPaths(outDir, index) !== undefined;
  if (!standing) await writeIndex({ outDir, locale, index, paths, lines });
  writePointer(outDir, locale, { index, withdrawn: withdrawnFrom(paths, latest(), locale) });
  if (!standing) await sweep(outDir, locale, [index, current?.index]);
}

/** The name of the index that a library has: another one is of another text. */
export async function indexNameOf(library: Library, locale: Locale): Promise<string> {
  return nameOf(locale, await pagesOf(library, locale));
}

function nameOf(locale: Locale, pages: readonly { line: string }[]): string {
  return `${locale}-${hashOf(pages.map(({ line }) => line))}`;
}

async function pagesOf(library: Library, locale: Locale): Promise<{ path: string; line: string }[]> {
  const pages: { path: string; line: string }[] = [];
  for (const [count, ref] of searchableRefs(library).entries()) {
    // A large library takes seconds: the process that asked for the index has other work in between.
    if (count % 200 === 199) await new Promise((next) => setImmediate(next));
    const document = toSearchDocument(library, ref, locale);
    if (document) pages.push({ path: document.path, line: JSON.stringify({ url: document.path, content: toPagefindHtml(document) }) });
  }
  return pages;
}

function hashOf(lines: readonly string[]): string {
  const hash = createHash('sha256').update(`${format}\n`);
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex').slice(0, 12);
}

async function writeIndex({
  outDir,
  locale,
  index,
  paths,
  lines,
}: {
  outDir: string;
  locale: Locale;
  index: string;
  paths: string[];
  lines: string[];
}): Promise<void> {
  const root = join(outDir, pagefindFolder);
  await mkdir(root, { recursive: true });
  const staging = besideOf(outDir, locale);
  await rm(staging, { recursive: true, force: true });
  await runBuild(locale, staging, lines);
  await writeFile(join(staging, pathsFile), JSON.stringify(paths));
  await rm(join(root, index), { recursive: true, force: true });
  await rename(staging, join(root, index));
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
