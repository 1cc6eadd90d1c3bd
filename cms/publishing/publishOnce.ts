import type { Env } from '../env.ts';
import { tryPressLock } from './lock.ts';
import { openPublishing } from './openPublishing.ts';
import { waitingPublications } from './publications.ts';
import type { RoundReport } from './rounds.ts';
import { foldersIn } from './settings.ts';

/**
 * Prints everything now, marks what waited as live, and waits until search knows. Nothing is returned where a running publisher holds the output: it
 * does the same by itself.
 */
export async function publishOnce(env: Env): Promise<RoundReport | undefined> {
  const lock = tryPressLock(foldersIn(env.dataDir).lock);
  if (!lock) return undefined;
  try {
    const searchErrors: string[] = [];
    const { payload, rounds, searchSettled, close } = await openPublishing(env, (error) =>
      searchErrors.push(error instanceof Error ? error.message : String(error)),
    );
    try {
      const report = await rounds.carryOut(await waitingPublications(payload), []);
      await searchSettled();
      return { ...report, errors: [...report.errors, ...searchErrors] };
    } finally {
      await close();
    }
  } finally {
    lock.release();
  }
}
