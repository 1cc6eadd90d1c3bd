import { openCms } from './openCms.ts';
import { bringSample, sampleIsIn } from './sample.ts';
import { readSettings } from './settings.ts';
import { firstStaffAccount } from './staffAccount.ts';
import { step } from './step.ts';
import { command } from './stopped.ts';

/**
 * Brings the database and its sample library up to date, and makes the first account in a new one. It runs as a process of its own, so that the
 * command which starts it stays small. The account comes last: a run that was cut off is done again.
 */
await command(async () => {
  const env = readSettings();
  const payload = await step('Database', openCms);
  const anew = (await payload.count({ collection: 'staff' })).totalDocs === 0;
  if (anew || !(await sampleIsIn(env))) {
    await step(
      'Sample library',
      (progress) => bringSample(payload, env, { anew, onProgress: (done, total) => progress(`${done} of ${total}`) }),
      ({ created, updated, edited }) => `${created} new, ${updated} changed${edited > 0 ? `, ${edited} left as staff have them` : ''}, in English and Spanish`,
    );
  }
  const signIn = await firstStaffAccount(payload, env);
  if (signIn?.password) {
    console.log(`\n  Sign in as  ${signIn.email}\n  Password    ${signIn.password}\n  It is shown this once: keep it, or change it in the admin.\n`);
  } else if (signIn) {
    console.log(`\n  Sign in as  ${signIn.email}, with the password in STAFF_PASSWORD.\n`);
  }
  await payload.destroy();
  process.exit(0);
});
