import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const admin = { email: 'ada@example.org', password: 'a-long-enough-word' };

/** The whole program as `npm start` runs it, on free ports and in a folder of its own. */
export interface Running {
  site: string;
  cms: string;
  output: () => string;
  /** The data folder: a later start in it is a second start. */
  folder: string;
  /** The processes that it runs, by their command line. */
  programs(): { pid: number; command: string }[];
  /** Ends it as Ctrl-C does, and leaves the data folder; tells the exit code. */
  stop(): Promise<number | null>;
}

/** Starts everything in a new data folder, or once more what ran before and was stopped. Whoever is done with the folder removes it. */
export async function startEverything(before?: Running): Promise<Running> {
  const folder = before?.folder ?? mkdtempSync(join(tmpdir(), 'alongside-'));
  const site = before?.site ?? `http://localhost:${await freePort()}`;
  const cms = before?.cms ?? `http://localhost:${await freePort()}`;
  const child = spawn(process.execPath, ['cms/commands/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: folder,
      PORT: new URL(site).port,
      CMS_PORT: new URL(cms).port,
      STAFF_EMAIL: admin.email,
      STAFF_PASSWORD: admin.password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ready after')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The start ended with ${code}:\n${output}`)));
  });
  await ready;
  return {
    site,
    cms,
    output: () => output,
    folder,
    programs: () => childrenOf(child.pid),
    stop: () => ended(child, 'SIGINT'),
  };
}

function childrenOf(parent: number | undefined): { pid: number; command: string }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(ppid) === parent && command ? [{ pid: Number(pid), command }] : [];
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
