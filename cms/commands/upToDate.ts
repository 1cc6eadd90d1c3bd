import type { Env } from '../env.ts';
import { databaseState } from './databaseState.ts';
import { runScript } from './run.ts';
import { sampleIsIn } from './sample.ts';

/** Prepares a new database, carries out what migrations an older one lacks, and brings in a sample library that has changed. Nothing to do costs nothing. */
export async function bringUpToDate(env: Env): Promise<void> {
  if ((await databaseState(env)) === 'ready' && (await sampleIsIn(env))) return;
  await runScript('Preparing the database', ['cms/commands/prepare.ts'], { shown: true });
}
