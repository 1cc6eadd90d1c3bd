import { readEnv } from '../env.ts';
import { auditSummary } from './audit/report.ts';
import { openAudits } from './audit/resident.ts';
import { keepPublishing } from './keepPublishing.ts';
import { takePressLock } from './lock.ts';
import { openPublishing } from './openPublishing.ts';
import { openPreviews } from './preview/open.ts';
import type { RoundReport } from './rounds.ts';
import { foldersIn } from './settings.ts';

/** The publisher as a process: `node cms/publishing/publisher.ts [folder of a built press]`. SIGINT and SIGTERM end it after the round that is under way; killing it loses nothing. */
const env = readEnv();
const stopping = new AbortController();
let isFirst = true;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

const lock = await takePressLock(foldersIn(env.dataDir).lock, stopping.signal, () =>
  console.log('Another publisher writes this site. This one waits and takes over when that one ends.'),
);
if (lock) {
  const publishing = await openPublishing(env, report, process.argv[2]);
  const previews = await openPreviews(env, publishing, process.argv[2], report);
  const audits = openAudits({
    ...publishing,
    outDir: foldersIn(env.dataDir).outDir,
    onReport: (audit) => console.log(auditSummary(audit)),
    onError: report,
  });
  await keepPublishing({ ...publishing, audits, signal: stopping.signal, onRound: tell, onError: report });
  await previews.close();
  await publishing.close();
  lock.release();
}
// Database drivers keep handles of their own open.
process.exit(0);

function tell({ pages, written, removed, milliseconds, errors }: RoundReport): void {
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  if (written || removed || errors.length) console.log(`${written} files written, ${removed} removed, of ${pages} pages, in ${time}.`);
  else if (isFirst) console.log(`All ${pages} pages stand as they should, found out in ${time}.`);
  isFirst = false;
  for (const error of errors) console.error(`  ${error}`);
}

function report(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}
