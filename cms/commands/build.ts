import { join } from 'node:path';
import { locales } from '../library/locales.ts';
import { openLibrary } from '../publishing/openLibrary.ts';
import { buildIndex } from '../search/pagefind/index.ts';
import { buildAdmin } from './adminBuild.ts';
import { databaseState } from './databaseState.ts';
import { canWrite } from './preflight.ts';
import { runScript, scriptOf } from './run.ts';
import { refuseUnsafeKey } from './searchKey.ts';
import { readSettings, root } from './settings.ts';
import { step } from './step.ts';
import { command } from './stopped.ts';

/** Builds the admin, and prints the whole site into dist/ for any static host. */
await command(async () => {
  const env = readSettings();
  await canWrite(env.dataDir);
  await refuseUnsafeKey(env);
  if ((await databaseState(env)) !== 'ready') await runScript('Preparing the database', ['cms/commands/prepare.ts'], { shown: true });
  await step('Admin', buildAdmin);
  await step('Site in dist/', () => runScript('The build of the site', [scriptOf('astro'), 'build'], { env: { ASTRO_TELEMETRY_DISABLED: '1' } }));
  await step('Search index', async () => {
    const { library, close } = await openLibrary();
    for (const locale of locales) await buildIndex(library, locale, join(root, 'dist'));
    await close();
  });
});
