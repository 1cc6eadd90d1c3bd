import { buildPress } from '../../site/press/index.ts';
import { publishOnce } from '../publishing/publishOnce.ts';
import { canWrite } from './preflight.ts';
import { refuseUnsafeKey } from './searchKey.ts';
import { readSettings } from './settings.ts';
import { step } from './step.ts';
import { command, Stopped } from './stopped.ts';

/** Prints the whole site now into the data folder, without a running publisher. */
await command(async () => {
  const env = readSettings();
  await canWrite(env.dataDir);
  await refuseUnsafeKey(env);
  await step('Site templates', () => buildPress());
  const report = await step('Pages', () => publishOnce(env));
  if (!report) throw new Stopped('A running publisher writes this site and prints every change by itself: nothing to do here.');
  console.log(`  ${report.pages} pages: ${report.written} files written, ${report.removed} removed.`);
  if (report.errors.length > 0) throw new Stopped(`Not everything could be printed:\n- ${report.errors.join('\n- ')}`);
  process.exit(0);
});
