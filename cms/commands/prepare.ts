import { readSeed } from '../../seed/readSeed.ts';
import { upsertSeed } from '../../seed/upsert.ts';
import { openCms } from './openCms.ts';
import { readSettings } from './settings.ts';
import { firstStaffAccount } from './staffAccount.ts';
import { step } from './step.ts';
import { command } from './stopped.ts';

/**
 * Brings the database up to date, and fills a new one with the sample library and the first account. It runs as a process of its own, so that the
 * command which starts it stays small. The account comes last: a run that was cut off is done again.
 */
await command(async () => {
  const env = readSettings();
  const payload = await step('Database', openCms);
  const { totalDocs: accounts } = await payload.count({ collection: 'staff' });
  if (accounts === 0) {
    const library = await readSeed();
    await step(
      'Sample library',
      (progress) => upsertSeed(payload, library, (done, total) => progress(`${done} of ${total}`)),
      (counts) => `${counts.created + counts.updated} documents in English and Spanish`,
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
