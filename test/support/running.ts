import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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
  /** Ends it as Ctrl-C does; tells the exit code. */
  stop(): Promise<number | null>;
}

export async function startEverything(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-'));
  const [sitePort, cmsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['cms/commands/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: folder,
      PORT: String(sitePort),
      CMS_PORT: String(cmsPort),
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
    site: `http://localhost:${sitePort}`,
    cms: `http://localhost:${cmsPort}`,
    output: () => output,
    stop: async () => {
      const code = await ended(child, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
