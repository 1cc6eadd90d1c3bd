import { Temporal } from 'temporal-polyfill';
import { readLibrary } from '../library/readLibrary.ts';
import { databaseState } from './databaseState.ts';
import { contentFindings } from './doctor/content.ts';
import { databaseFindings } from './doctor/database.ts';
import { broken, type Finding } from './doctor/finding.ts';
import { runningFindings } from './doctor/running.ts';
import { searchIndexFindings, searchKeyFindings } from './doctor/search.ts';
import { settingsFindings } from './doctor/settings.ts';
import { openCms } from './openCms.ts';
import { canWrite } from './preflight.ts';
import { readSettings } from './settings.ts';
import { command, Stopped } from './stopped.ts';

const marks = { fine: '✓', 'before launch': '!', broken: '✗' } as const;

/** Says what is configured, what can be reached, and what is not yet safe for families. Ends with exit code 1 where something is broken. */
await command(async () => {
  const env = readSettings();
  await canWrite(env.dataDir);
  const findings = [...settingsFindings(env), ...(await searchKeyFindings(env)), ...(await runningFindings(env)), ...(await findingsInside(env))];
  for (const { state, what, says } of findings) console.log(`  ${marks[state]} ${what.padEnd(14)} ${says}`);
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  console.log(`\n  ${count('fine')} fine, ${count('before launch')} to do before launch, ${count('broken')} broken.`);
  process.exit(count('broken') > 0 ? 1 : 0);
});

async function findingsInside(env: ReturnType<typeof readSettings>): Promise<Finding[]> {
  const found = await databaseState(env).catch((error: unknown) => {
    if (error instanceof Stopped) return error;
    throw error;
  });
  if (found instanceof Stopped) return [broken('Database', found.message)];
  if (found === 'new') return [broken('Database', 'nothing is in it yet: npm start prepares it.')];
  if (found === 'behind') return [broken('Database', 'it lacks migrations of this version: npm start carries them out.')];
  const payload = await openCms();
  const { library, problems } = await readLibrary(payload);
  const unreadable = problems.map(({ collection, id, message }) => broken('Content', `${collection}/${id} cannot be read: ${message}`));
  const today = Temporal.Now.plainDateISO(library.program.zone).toString();
  return [...(await databaseFindings(env, payload)), ...(await searchIndexFindings(env, library)), ...contentFindings(library, today), ...unreadable];
}
