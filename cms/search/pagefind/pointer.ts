import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../../library/locales.ts';
import { type PagefindPointer, pagefindFolder, pointerPath } from '../../library/pagefindFiles.ts';

// Synchronous throughout: reading the pointer and replacing it must be one step between a takedown and the build that runs beside it.

/** Inside an index: the addresses that it knows, a JSON list. */
export const pathsFile = 'paths.json';

const pointerShape = z.object({ index: z.string(), withdrawn: z.array(z.string()) });

export function readPointer(outDir: string, locale: Locale): PagefindPointer | undefined {
  const text = readIfThere(join(outDir, pointerPath(locale)));
  return text === undefined ? undefined : pointerShape.parse(JSON.parse(text));
}

/** Names the current index and what is withdrawn from it, in one rename. */
export function writePointer(outDir: string, locale: Locale, pointer: PagefindPointer): void {
  const file = join(outDir, pointerPath(locale));
  const text = `${JSON.stringify(pointer)}\n`;
  if (readIfThere(file) === text) return;
  mkdirSync(dirname(file), { recursive: true });
  const temporary = join(dirname(resolve(outDir)), `.${basename(outDir)}-pagefind-${locale}.json`);
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

export function indexedPaths(outDir: string, index: string): string[] | undefined {
  const text = readIfThere(join(outDir, pagefindFolder, index, pathsFile));
  return text === undefined ? undefined : z.array(z.string()).parse(JSON.parse(text));
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
