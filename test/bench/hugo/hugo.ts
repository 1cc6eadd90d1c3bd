import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onPath } from '../../support/goServer.ts';

/** The newest Hugo that Go 1.26 builds. */
const version = '0.160.0';
const cache = fileURLToPath(new URL(`../../../node_modules/.cache/hugo-${version}/`, import.meta.url));
const run = promisify(execFile);

/** Where Hugo is: built through Go into the cache the first time, some minutes on two cores. None where the machine has no Go. */
export async function hugoProgram(): Promise<string | undefined> {
  const program = join(cache, 'hugo');
  if (existsSync(program)) return program;
  if (!onPath('go')) return undefined;
  console.log(`Building Hugo ${version}, once: some minutes.`);
  await run('go', ['install', `github.com/gohugoio/hugo@v${version}`], { env: { ...process.env, GOBIN: cache, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' } });
  return program;
}

/** Builds the content that lies in `dir` into `dir/public` with the templates beside this file, from nothing; gives the milliseconds. */
export async function buildWithHugo(program: string, dir: string): Promise<number> {
  await cp(fileURLToPath(new URL('./site/', import.meta.url)), dir, { recursive: true });
  await rm(join(dir, 'public'), { recursive: true, force: true });
  const started = performance.now();
  await run(program, ['--source', dir, '--destination', join(dir, 'public'), '--cacheDir', join(dir, 'cache')]);
  return performance.now() - started;
}
