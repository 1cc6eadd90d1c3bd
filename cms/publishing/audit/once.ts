import type { Env } from '../../env.ts';
import { tryPressLock } from '../lock.ts';
import { openPublishing } from '../openPublishing.ts';
import { waitingPublications } from '../publications.ts';
import { foldersIn } from '../settings.ts';
import type { AuditReport } from './report.ts';
import { auditNow } from './resident.ts';

/** Brings the output up to date and checks everything in this process. Nothing is returned where a running publisher holds the output: it has to be asked. */
export async function auditOnce(env: Env): Promise<AuditReport | undefined> {
  const { lock: file, outDir } = foldersIn(env.dataDir);
  const lock = tryPressLock(file);
  if (!lock) return undefined;
  try {
    const { payload, rounds, settled, close } = await openPublishing(env, (error) => console.error(error instanceof Error ? error.message : error));
    try {
      await rounds.carryOut(await waitingPublications(payload), []);
      await settled();
      const report = await auditNow({ payload, rounds, outDir, settledAfter: 0 });
      await rounds.carryOut(await waitingPublications(payload), []);
      await settled();
      return report;
    } finally {
      await close();
    }
  } finally {
    lock.release();
  }
}
