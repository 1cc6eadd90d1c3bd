import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildGoServer } from '../goServer.ts';
import type { MongoServer } from './openMongo.ts';

/** A server of its own, for tests of what happens when it goes. */
export interface Ferret extends MongoServer {
  /** SIGKILL ends it, and `start` brings it back at the same address with the same data; SIGSTOP and SIGCONT hold it. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  start(): Promise<void>;
}

/** Starts FerretDB on a free port with an empty folder of its own, and removes that folder when it is closed. */
export async function startFerret(): Promise<Ferret> {
  const binary = await buildGoServer('ferretdb');
  const folder = await mkdtemp(join(tmpdir(), 'alongside-ferretdb-'));
  let running = await startServer(binary, '127.0.0.1:0', folder);
  const { url } = running;
  return {
    url,
    async signal(signal) {
      running.process.kill(signal);
      if (signal === 'SIGKILL') await running.ended;
    },
    async start() {
      running = await startServer(binary, new URL(url).host, folder);
    },
    async close() {
      running.process.stdin.end();
      await running.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(binary: string, address: string, folder: string) {
  const server = spawn(binary, [address, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  // Its log tells of every connection; it is of use only when it does not start.
  server.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const ended = once(server, 'exit');
  const [first] = (await Promise.race([once(createInterface(server.stdout), 'line'), ended.then(() => [undefined])])) as [string | undefined];
  if (!first) throw new Error(`FerretDB ended before it was ready: ${said}`);
  return { process: server, ended, url: first.replace(/\/$/, '') };
}
