import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Env } from '../env.ts';
import { Stopped } from './stopped.ts';

/** What must be so before anything starts. Throws one sentence that says what to change. */
export async function preflight(env: Env): Promise<void> {
  await canWrite(env.dataDir);
  if (env.PORT === env.CMS_PORT) throw new Stopped(`PORT and CMS_PORT are both ${env.PORT}: the site and the admin each need a port of their own.`);
  await isFree(env.PORT, 'PORT', 'the site');
  await isFree(env.CMS_PORT, 'CMS_PORT', 'the admin');
}

export async function canWrite(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new Stopped(
      `The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): make it writable or set DATA_DIR to another one.`,
    );
  }
}

/** One folder after the other: Node's recursive mkdir tries for ever where a folder is there and takes no other one, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function isFree(port: number, setting: string, what: string): Promise<void> {
  const server = createServer();
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
  if (!problem) return;
  const why = problem.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${problem.code})`;
  throw new Stopped(`Port ${port}, on which ${what} would be served, ${why}: stop that program or set ${setting} to another port.`);
}
