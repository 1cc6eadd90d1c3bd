import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildGoServer } from '../goServer.ts';
import type { MongoServer } from './openMongo.ts';

/** Starts FerretDB on a free port with an empty folder of its own, and removes that folder when it is closed. */
export async function startFerret(): Promise<MongoServer> {
  const binary = await buildGoServer('ferretdb');
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
