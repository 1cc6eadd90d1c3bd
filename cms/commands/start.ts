import { buildPress } from '../../site/press/index.ts';
import { secretOf } from '../env.ts';
import { adminIsBuilt, buildAdmin } from './adminBuild.ts';
import { answers } from './answers.ts';
import { preflight } from './preflight.ts';
import { Processes } from './processes.ts';
import { publisherProcess } from './publisherProcess.ts';
import { scriptOf } from './run.ts';
import { refuseUnsafeKey } from './searchKey.ts';
import { readSettings } from './settings.ts';
import { seconds, step } from './step.ts';
import { command } from './stopped.ts';
import { bringUpToDate } from './upToDate.ts';

/** Prepares what is missing or has changed, then serves the site and the admin until it is stopped. */
await command(async () => {
  const started = performance.now();
  const env = readSettings();
  console.log('Alongside\n');
  await preflight(env);
  await refuseUnsafeKey(env);
  secretOf(env);
  await bringUpToDate(env);
  await step(
    'Site templates',
    () => buildPress(),
    ({ built }) => (built ? '' : 'as they were'),
  );

  const processes = new Processes();
  processes.start({ name: 'publisher', run: publisherProcess });
  processes.start({ name: 'site', run: ['site/server/main.ts'] });
  if (!(await adminIsBuilt())) await step('Admin', buildAdmin);
  processes.start({
    name: 'admin',
    run: [scriptOf('next'), 'start', 'cms', '-p', String(env.CMS_PORT)],
    env: { NEXT_TELEMETRY_DISABLED: '1', SITE_URL: env.SITE_URL },
  });
  await Promise.all([
    step('Site', () => answers(`http://localhost:${env.PORT}/en/`)),
    step('Admin server', () => answers(`http://localhost:${env.CMS_PORT}/api/health`)),
  ]);
  console.log(
    `\n  Site   http://localhost:${env.PORT}\n  Admin  http://localhost:${env.CMS_PORT}/admin\n\n  Ready after ${seconds(started)}. Ctrl-C stops everything.\n`,
  );
});
