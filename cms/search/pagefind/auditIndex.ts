import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../library/locales.ts';
import { pagefindFolder } from '../../library/pagefindFiles.ts';
import type { Library } from '../../library/types.ts';
import type { SearchDisagreement } from '../indexer.ts';
import { buildIndex, indexNameOf } from './buildIndex.ts';
import { indexedPaths, pathsFile, readPointer } from './pointer.ts';
import { livePaths } from './withdrawn.ts';

/** Compares the addresses that the index answers with those of the library, and the text of which it was built; an index that disagrees is built anew. */
export async function auditIndex(
  library: Library,
  locale: Locale,
  outDir: string,
  withdrawn: (indexed: readonly string[]) => string[],
): Promise<SearchDisagreement[]> {
  const found = await compare(library, locale, outDir);
  if (found.length === 0) return [];
  const name = await indexNameOf(library, locale);
  // Without its list of addresses an index counts as not built.
  await rm(join(outDir, pagefindFolder, name, pathsFile), { force: true });
  await buildIndex(library, locale, outDir, withdrawn);
  return found;
}

async function compare(library: Library, locale: Locale, outDir: string): Promise<SearchDisagreement[]> {
  const disagreement = (is: SearchDisagreement['is'], path?: string): SearchDisagreement => ({ engine: 'Pagefind', locale, is, ...(path && { path }) });
  const pointer = readPointer(outDir, locale);
  const indexed = pointer && indexedPaths(outDir, pointer.index);
  if (!pointer || !indexed || !existsSync(join(outDir, pagefindFolder, pointer.index, 'pagefind-entry.json'))) return [disagreement('whole')];
  const live = new Set(livePaths(library, locale));
  const withdrawn = new Set(pointer.withdrawn);
  const answered = new Set(indexed.filter((path) => !withdrawn.has(path)));
  const found = [
    ...[...answered].filter((path) => !live.has(path)).map((path) => disagreement('extra', path)),
    ...[...live].filter((path) => !answered.has(path)).map((path) => disagreement('missing', path)),
  ];
  if (found.length > 0) return found;
  return (await indexNameOf(library, locale)) === pointer.index ? [] : [disagreement('whole')];
}
