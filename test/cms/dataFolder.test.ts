import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { canWrite } from '../../cms/commands/preflight.ts';

const start = fileURLToPath(new URL('../../cms/commands/start.ts', import.meta.url));

test.each(['/proc/x', '/proc/x/y', '/dev/null/x'])('a start whose data folder would be %s ends at once and says so', (folder) => {
  const { status, signal, stderr } = spawnSync(process.execPath, [start], { env: { ...process.env, DATA_DIR: folder }, encoding: 'utf8', timeout: 20_000 });
  expect([status, signal]).toEqual([1, null]);
  expect(stderr.trim()).toMatch(new RegExp(`^The data folder ${folder} cannot be written \\(E[A-Z]+\\): .+\\.$`));
});

test('a data folder that is not there yet is made, with those above it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-data-'));
  await canWrite(join(folder, 'a', 'b'));
  expect(existsSync(join(folder, 'a', 'b'))).toBe(true);
  rmSync(folder, { recursive: true });
});
