import { parseArgs } from 'node:util';
import { insertScaled } from '../../seed/insertScaled.ts';
import { scaledDocuments } from '../../seed/scale.ts';
import { openCms } from './openCms.ts';
import { canWrite } from './preflight.ts';
import { bringSample } from './sample.ts';
import { readSettings } from './settings.ts';
import { step } from './step.ts';
import { command, Stopped } from './stopped.ts';

/** Writes the sample library, or with `--scale N` a made-up one of N documents beside it. What staff changed stays as it is. */
await command(async () => {
  const env = readSettings();
  const scale = scaleAsked();
  await canWrite(env.dataDir);
  const payload = await step('Database', openCms);
  await step(
    'Sample library',
    (progress) => bringSample(payload, env, { onProgress: (done, total) => progress(`${done} of ${total}`) }),
    ({ created, updated, unchanged, edited }) =>
      `${created} new, ${updated} changed, ${unchanged} as they were, ${edited} left alone because staff changed or deleted them`,
  );
  if (scale > 0) {
    await step(
      'Made-up library',
      (progress) => insertScaled(payload, scaledDocuments(scale), (done, total) => progress(`${done} of ${total}`)),
      ({ created, unchanged }) => `${created} new, ${unchanged} as they were`,
    );
  }
  await payload.destroy();
  process.exit(0);
});

/** The number after `--scale`; 0 where it is left out. */
function scaleAsked(): number {
  const usage = 'npm run seed takes nothing, or the number of made-up documents to add: npm run seed -- --scale 10000.';
  try {
    const scale = Number(parseArgs({ options: { scale: { type: 'string', default: '0' } } }).values.scale);
    if (Number.isInteger(scale) && scale >= 0) return scale;
  } catch (error) {
    throw new Stopped(`${(error as Error).message}. ${usage}`);
  }
  throw new Stopped(usage);
}
