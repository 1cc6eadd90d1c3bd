import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runScript } from '../../cms/commands/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the code lies that decides what a made-up database is: other code makes another one. The sample's words do not matter for measuring. */
const madeFrom = ['seed', 'cms/database/migrations'];

/**
 * A data folder of its own with the made-up library of `size` documents in SQLite, as `npm run seed -- --scale` writes it. It is made once, under
 * `BENCH_DIR` or in memory, and copied from there; `remove` takes the copy away.
 */
export async function scaledDataDir(size: number): Promise<{ dataDir: string; remove(): Promise<void> }> {
  const kept = join(benchDir(), `library-${size}-${await version()}`);
  if (!existsSync(kept)) await make(kept, size);
  const dataDir = await mkdtemp(join(benchDir(), 'run-'));
  await cp(kept, dataDir, { recursive: true });
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

/** Where benches keep their data: the operator's folder, or a file system in memory where there is one, so that no disk is measured. */
export function benchDir(): string {
  return process.env.BENCH_DIR ?? join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'alongside-bench');
}

async function make(kept: string, size: number): Promise<void> {
  console.log(`Making a library of ${size} documents in ${kept}, once.`);
  await mkdir(benchDir(), { recursive: true });
  const former = (await readdir(benchDir())).filter((name) => name.startsWith(`library-${size}-`));
  for (const name of former) await rm(join(benchDir(), name), { recursive: true, force: true });
  const half = await mkdtemp(join(benchDir(), 'making-'));
  const env = { NODE_ENV: 'production', DATA_DIR: half, DATABASE_URL: '', STAFF_EMAIL: '', STAFF_PASSWORD: '' };
  await runScript('The made-up library', ['cms/commands/seed.ts', '--scale', String(size)], { env, shown: true });
  await rename(half, kept);
}

async function version(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of madeFrom) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}
