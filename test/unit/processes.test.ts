import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../support/keepRunning.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'alongside-processes-'));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scripts = {
  steady: 'console.log("pid " + process.pid); setInterval(() => undefined, 1000);',
  dying: 'console.log("pid " + process.pid); process.exit(3);',
  // As Next's development server does: the worker is idle until it is told what to do.
  withWorker: `
    import { fork } from 'node:child_process';
    if (process.argv[2] === 'worker') {
      process.on('message', () => { console.log('pid ' + process.pid); setInterval(() => undefined, 1000); });
      process.on('disconnect', () => process.exit());
      process.send('ready');
    }
    else { const worker = fork(process.argv[1], ['worker']); worker.on('message', () => setTimeout(() => worker.send('go'), 200)); worker.on('exit', () => process.exit(4)); }`,
};

/** Starts the command on these scripts. `said` waits until its output, as often as asked, has a match. */
function keepRunning(...names: (keyof typeof scripts)[]) {
  const files = names.map((name) => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, scripts[name]);
    return file;
  });
  const child = spawn(process.execPath, [command, ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | string | null>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const said = async (pattern: RegExp, times = 1): Promise<string[]> => {
    for (;;) {
      const found = [...output.matchAll(new RegExp(pattern, 'g'))].map((match) => match[1] ?? match[0]);
      if (found.length >= times) return found;
      if (child.exitCode !== null) throw new Error(`It ended before it said ${pattern}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, ended, said, output: () => output };
}

function runs(pid: string | undefined): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function gone(pid: string | undefined): Promise<boolean> {
  for (let tries = 0; runs(pid) && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  return !runs(pid);
}

test('a program that is killed is started again', async () => {
  const { said } = keepRunning('steady');
  const [first] = await said(/pid (\d+)/);
  process.kill(Number(first), 'SIGKILL');
  const [, second] = await said(/pid (\d+)/, 2);
  expect(second).not.toBe(first);
  expect(runs(second)).toBe(true);
}, 20_000);

test('Ctrl-C ends every program and the command, with exit code 0', async () => {
  const { child, ended, said } = keepRunning('steady', 'withWorker');
  const pids = await said(/pid (\d+)/, 2);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  for (const pid of pids) expect(await gone(pid)).toBe(true);
}, 20_000);

test('no program outlives a command that is killed', async () => {
  const { child, said } = keepRunning('steady');
  const [pid] = await said(/pid (\d+)/);
  child.kill('SIGKILL');
  expect(await gone(pid)).toBe(true);
}, 20_000);

test('a program may have a worker that waits for its orders', async () => {
  const { said, output } = keepRunning('withWorker');
  const [pid] = await said(/pid (\d+)/);
  expect(runs(pid)).toBe(true);
  expect(output()).not.toContain('started again');
}, 20_000);

test('a program that keeps dying ends the command with exit code 1, and all others', async () => {
  const { ended, said, output } = keepRunning('dying', 'steady');
  const pid = (await said(/\[steady\.mjs\] pid (\d+)/))[0];
  expect(await ended).toBe(1);
  expect(output()).toContain('The dying.mjs ended 4 times within a minute (code 3).');
  expect(runs(pid)).toBe(false);
}, 20_000);
