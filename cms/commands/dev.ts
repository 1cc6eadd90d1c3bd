import { preflight } from './preflight.ts';
import { Processes } from './processes.ts';
import { scriptOf } from './run.ts';
import { readSettings } from './settings.ts';
import { command } from './stopped.ts';
import { bringUpToDate } from './upToDate.ts';

/** The admin and the site with hot reload. The site reads the library as it is saved, so the publisher is not needed. */
await command(async () => {
  const env = readSettings();
  await preflight(env);
  await bringUpToDate(env);
  const processes = new Processes();
  const development = { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  processes.start({ name: 'admin', run: [scriptOf('next'), 'dev', 'cms', '-p', String(env.CMS_PORT)], env: { ...development, SITE_URL: env.SITE_URL } });
  processes.start({ name: 'site', run: [scriptOf('astro'), 'dev', '--port', String(env.PORT)], env: development });
  console.log(`Site   http://localhost:${env.PORT}\nAdmin  http://localhost:${env.CMS_PORT}/admin\n`);
});
