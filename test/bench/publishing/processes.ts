import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { publisherProcess } from '../../../cms/commands/publisherProcess.ts';

/** What the publisher said about a round that wrote something. */
interface ToldRound {
  written: number;
  at: number;
}

/** The publisher as `npm start` runs it, with what it says. */
interface RunningPublisher {
  rounds: ToldRound[];
  /** Resolves, with the milliseconds since its start, when the site first stands as the database says. */
  ready: Promise<number>;
  /** Resident memory now and at its highest, in MB. Linux tells. */
  memory(): { now: number; peak: number };
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

export function startPublisher(pressDir: string): RunningPublisher {
  const started = performance.now();
  const child = start([...publisherProcess, pressDir]);
  const rounds: ToldRound[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('exit', (code) => reject(new Error(`The publisher ended with code ${code}.`)));
  child.stdout?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) {
      const [, written] = /^(\d+) files written/.exec(line) ?? [];
      if (written) rounds.push({ written: Number(written), at: performance.now() });
      if (written || /^All \d+ pages stand/.test(line)) resolve(performance.now() - started);
    }
  });
  return { rounds, ready: promise, memory: () => memoryOf(child), stop: () => ended(child) };
}

/** The static server on a free port; gives where it answers. */
export async function startServer(): Promise<{ origin: string; stop(): Promise<void> }> {
  const child = start(['site/server/main.ts'], { PORT: '0' });
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The site's server ended with code ${code}.`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const [, port] = /localhost:(\d+)/.exec(chunk.toString()) ?? [];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
  });
  return { origin, stop: () => ended(child) };
}

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
}

function ended(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return gone;
}

function memoryOf(child: ChildProcess): { now: number; peak: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1000;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Site paths of the files that were written after a moment, in `Date.now()` milliseconds. */
export function filesSince(outDir: string, moment: number): string[] {
  return readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(outDir, 'pagefind')) && statSync(file).mtimeMs > moment)
    .map((file) => file.slice(outDir.length));
}

/** Asks an address every few milliseconds until `shows` likes the answer; gives the milliseconds since `since`. */
export async function untilServed(url: string, since: number, shows: (status: number, body: string) => boolean): Promise<number> {
  for (;;) {
    const response = await fetch(url, { redirect: 'manual' });
    if (shows(response.status, await response.text())) return performance.now() - since;
    if (performance.now() - since > 120_000) throw new Error(`${url} did not show the change within two minutes.`);
    await sleep(4);
  }
}
