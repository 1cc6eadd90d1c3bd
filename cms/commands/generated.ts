import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, scriptOf } from './run.ts';

/** What is made from the collections and committed: where it stands, and the script that makes it. */
export const generated = [
  { what: 'Payload types', at: 'cms/payload-types.ts', script: () => [scriptOf('payload'), 'generate:types', '--disable-transpile'] },
  { what: 'Import map', at: 'cms/app/(payload)/importMap.js', script: () => [scriptOf('payload'), 'generate:importmap', '--disable-transpile'] },
  { what: 'Migrations', at: 'cms/database/migrations', script: () => ['cms/database/createMigration.ts'] },
] as const;

/** Makes one of them anew, with an empty data folder: what it says depends on the collections alone. */
export async function generate({ what, script }: (typeof generated)[number]): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'alongside-generate-'));
  try {
    await runScript(what, [...script()], {
      env: { NODE_ENV: 'development', DATA_DIR: dataDir, DATABASE_URL: '', PAYLOAD_CONFIG_PATH: 'cms/payload.config.ts' },
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
