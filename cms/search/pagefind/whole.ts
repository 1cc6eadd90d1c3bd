import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Resolves when every file in `folder` is whole. Pagefind says that it has written an index while its last files are still on their way to the disk; on a
 * busy machine, ending it then leaves them empty.
 */
export async function whenWhole(folder: string, patience = 60_000): Promise<void> {
  const until = Date.now() + patience;
  let waiting = filesOf(folder);
  for (;;) {
    waiting = waiting.filter((file) => !isWhole(file));
    if (waiting.length === 0) return;
    if (Date.now() > until) throw new Error(`Pagefind left ${waiting.length} files unfinished, such as ${waiting[0]}.`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
}

function isWhole(file: string): boolean {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return false;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return true;
  try {
    gunzipSync(bytes);
    return true;
  } catch {
    // Cut off before its end; Node names no single code for it.
    return false;
  }
}
