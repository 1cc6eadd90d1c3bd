import type { Env } from '../env.ts';
import { tryPressLock } from './lock.ts';
import { openPublishing } from './openPublishing.ts';
import { waitingPublications } from './publications.ts';
import type { RoundReport } from './rounds.ts';
import { openSchedules } from './schedules/index.ts';
import { foldersIn } from './settings.ts';

/**
 * Carries out what is planned up to now, prints everything, marks what waited as live, and waits until search knows. Nothing is returned where a running publisher holds the output: it
 * does the same by itself.
 */
export async function publishOnce(env: Env): Promise<RoundReport | undefined> {
  const lock = tryPressLock(foldersIn(env.dataDir).lock);
  if (!lock) return undefined;
  try {
    const errors: string[] = [];
    const note = (error: unknown) => void errors.push(error instanceof Error ? error.message : String(error));
    const { payload, rounds, settled, close } = await openPublishing(env, note);
    try {
      for (const error of await openSchedules(payload).carryOutDue()) note(error);
      const report = await rounds.carryOut(await waitingPublications(payload), []);
      const late = await settled();
      return { ...report, errors: [...report.errors, ...errors, ...late] };
    } finally {
      await close();
    }
  } finally {
    lock.release();
  }
}
