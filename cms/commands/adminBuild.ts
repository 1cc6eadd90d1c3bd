import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runScript, scriptOf } from './run.ts';
import { root } from './settings.ts';

const note = join(root, 'cms/.next/built-from');

/** Whether the admin stands built from exactly these sources. */
export async function adminIsBuilt(): Promise<boolean> {
  return existsSync(note) && (await readFile(note, 'utf8')) === (await sources());
}

/** Builds the admin. It needs no database. */
export async function buildAdmin(): Promise<void> {
  const from = await sources();
  await runScript('The build of the admin', [scriptOf('next'), 'build', 'cms'], { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
  await writeFile(note, from);
}

/** A hash of everything that the admin is built from: the CMS and the versions of its packages. */
async function sources(): Promise<string> {
  const entries = await readdir(join(root, 'cms'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const built = files.filter((file) => !/^cms\/(\.next|commands)\/|^cms\/next-env\.d\.ts$/.test(file)).sort();
  const hash = createHash('sha256');
  for (const file of [...built, 'tsconfig.json', 'package-lock.json']) hash.update(`${file}\0`).update(await readFile(join(root, file)));
  return hash.digest('hex');
}
