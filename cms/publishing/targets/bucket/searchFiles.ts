import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pagefindFolder } from '../../../library/pagefindFiles.ts';

/** The files of the search index, which rounds do not write: site path → what tells one state of the file from another. */
export function searchFilesIn(outDir: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of entriesIn(join(outDir, pagefindFolder))) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    // Another process builds the index and switches folders meanwhile.
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats) files.set(file.slice(outDir.length).replaceAll('\\', '/'), `${stats.size}-${stats.mtimeMs}`);
  }
  return files;
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export function isSearchFile(path: string): boolean {
  return path.startsWith(`/${pagefindFolder}/`);
}
