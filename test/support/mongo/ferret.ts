import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MongoServer } from './openMongo.ts';

const source = fileURLToPath(new URL('../ferretdb/', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/ferretdb/', import.meta.url));

/** Starts FerretDB on a free port with an empty folder of its own, and removes that folder when it is closed. */
export async function startFerret(): Promise<MongoServer> {
  const binary = await build();
  const folder = await mkdtemp(join(tmpdir(), 'alongside-ferretdb-'));
  const server = spawn(binary, ['127.0.0.1:0', folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  // Its log tells of every connection; it is of use only when it does not start.
  server.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const ended = once(server, 'exit');
  const lines = createInterface(server.stdout);
  const [first] = (await Promise.race([once(lines, 'line'), ended.then(() => [undefined])])) as [string | undefined];
  if (!first) throw new Error(`FerretDB ended before it was ready: ${said}`);
  return {
    url: first.replace(/\/$/, ''),
    close: async () => {
      server.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Builds the server once for its sources: about a minute the first time. */
async function build(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['main.go', 'go.mod', 'go.sum']) hash.update(await readFile(join(source, file)));
  const binary = join(cache, hash.digest('hex').slice(0, 16));
  if (existsSync(binary)) return binary;
  await mkdir(cache, { recursive: true });
  console.log('Building FerretDB for the tests on MongoDB, once: about a minute.');
  const made = `${binary}.${process.pid}`;
  await promisify(execFile)('go', ['build', '-o', made, '.'], { cwd: source, env: { ...process.env, CGO_ENABLED: '0' } });
  await rename(made, binary);
  return binary;
}
