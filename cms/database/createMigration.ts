import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes the migration from the last committed shape of the tables to the one that the collections ask for; nothing when they agree.
 * Node runs the result itself, which takes two import forms that Payload does not write.
 */
const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'migrations');
const bin = join(here, '..', '..', 'node_modules', 'payload', 'bin.js');

const { status } = spawnSync(process.execPath, [bin, 'migrate:create', '--skip-empty', '--disable-transpile', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, PAYLOAD_CONFIG_PATH: join(here, '..', 'payload.config.ts') },
});

for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const native = text
    .replace(/import \{ MigrateUpArgs, MigrateDownArgs, sql \}/, 'import { type MigrateDownArgs, type MigrateUpArgs, sql }')
    .replace(/\{ db, payload, req \}/g, '{ db }')
    .replace(/from '(\.\/[^'.]+)'/g, "from '$1.ts'");
  if (native !== text) writeFileSync(path, native);
}
process.exitCode = status ?? 1;
