import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../support/running.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'alongside-refusals-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command that should refuse; tells its exit code and what it said to the operator. */
async function run(name: string, env: Record<string, string>, ...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [`cms/commands/${name}.ts`, ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said: said.trim() };
}

test('a start names every wrong setting and what it must be', async () => {
  expect(await run('start', { SITE_URL: 'families', PORT: 'front', PAYLOAD_SECRET: 'short' })).toEqual({
    code: 1,
    said: `These settings need a change (see the table in README.md):
  PORT must be a whole number
  PAYLOAD_SECRET must have at least 32 characters
  SITE_URL must be an address such as https://families.example.org`,
  });
});

test('a start says that the site and the admin cannot share a port', async () => {
  expect(await run('start', { PORT: '4400', CMS_PORT: '4400' })).toEqual({
    code: 1,
    said: 'PORT and CMS_PORT are both 4400: the site and the admin each need a port of their own.',
  });
});

test.each(['dev', 'build', 'publish', 'seed', 'doctor'])('npm run %s says that the data folder cannot be written', async (name) => {
  expect(await run(name, { DATA_DIR: '/dev/null/data' })).toEqual({
    code: 1,
    said: 'The data folder /dev/null/data cannot be written (ENOTDIR): make it writable or set DATA_DIR to another one.',
  });
});

test('a start says which port is in use, and by which setting it is moved', async () => {
  const [site, admin] = [await freePort(), await freePort()];
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(admin, resolve));
  const { code, said } = await run('start', { PORT: String(site), CMS_PORT: String(admin) });
  other.close();
  expect(code).toBe(1);
  expect(said).toBe(`Port ${admin}, on which the admin would be served, is in use by another program: stop that program or set CMS_PORT to another port.`);
});

test('npm run seed says what it takes', async () => {
  expect(await run('seed', {}, '--scale', 'many')).toEqual({
    code: 1,
    said: 'npm run seed takes nothing, or the number of made-up documents to add: npm run seed -- --scale 10000.',
  });
  expect((await run('seed', {}, '--large')).said).toMatch(/^Unknown option '--large'.*npm run seed -- --scale 10000\.$/);
});
