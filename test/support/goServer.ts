import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Builds the Go program in `test/support/<name>` once for its sources, about a minute the first time, and tells where it is. */
export async function buildGoServer(name: string): Promise<string> {
  const source = fileURLToPath(new URL(`./${name}/`, import.meta.url));
  const cache = fileURLToPath(new URL(`../../node_modules/.cache/${name}/`, import.meta.url));
  const hash = createHash('sha256');
  for (const file of ['main.go', 'go.mod', 'go.sum']) hash.update(await readFile(join(source, file)));
  const binary = join(cache, hash.digest('hex').slice(0, 16));
  if (existsSync(binary)) return binary;
  await mkdir(cache, { recursive: true });
  console.log(`Building the test server ${name}, once: about a minute.`);
  const made = `${binary}.${process.pid}`;
  await promisify(execFile)('go', ['build', '-o', made, '.'], { cwd: source, env: { ...process.env, CGO_ENABLED: '0' } });
  await rename(made, binary);
  return binary;
}

export function onPath(program: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether tests of this server are left out, which is said on one line. A run of the CI must not leave them out: it fails in building. */
export function leftOutWithoutGo(what: string): boolean {
  if (onPath('go') || process.env.CI) return false;
  console.log(`Left out: the tests of ${what}, whose test server is built with Go, which is not on the PATH.`);
  return true;
}
