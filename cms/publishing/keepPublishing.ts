import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { Temporal } from 'temporal-polyfill';
import type { RowRef } from '../library/readLibrary.ts';
import { ended } from './lock.ts';
import { lostChanges } from './lostChanges.ts';
import { nextBoundary } from './nextBoundary.ts';
import { type Publication, waitingPublications, writeReceipt } from './publications.ts';
import type { RoundReport, Rounds } from './rounds.ts';
import { openSchedules } from './schedules/index.ts';

const pollEvery = 250;
const lookForLostEvery = 5_000;
const retryAfter = 5_000;

export interface Watching {
  payload: Payload;
  rounds: Rounds;
  signal: AbortSignal;
  onRound(report: RoundReport): void;
  onError(error: unknown): void;
}

/**
 * Prints everything once, and from then on whatever is published, until `signal`. A round that fails as a whole, as on a full disk, leaves its
 * publications waiting, with the reason, and is tried again.
 */
export async function keepPublishing({ payload, rounds, signal, onRound, onError }: Watching): Promise<void> {
  const lost = lostChanges(payload);
  const schedules = openSchedules(payload);
  let lookAt = 0;
  let boundary: Temporal.Instant | undefined;
  let again = true;
  let unread: RowRef[] = [];

  while (!signal.aborted) {
    let publications: Publication[] = [];
    try {
      for (const error of await schedules.carryOutDue()) onError(error);
      publications = await waitingPublications(payload);
      const library = rounds.library();
      if (library && Date.now() >= lookAt) {
        const named = new Set(publications.map(({ row }) => `${row.collection}/${row.id}`));
        unread.push(...(await lost.look(library)).filter((row) => !named.has(`${row.collection}/${row.id}`)));
        lookAt = Date.now() + lookForLostEvery;
      }
      const isNewDay = boundary !== undefined && Temporal.Instant.compare(Temporal.Now.instant(), boundary) >= 0;
      if (again || isNewDay || publications.length > 0 || unread.length > 0) {
        // What is read in vain is read again, so that a round that failed half-way loses no change.
        unread.push(...publications.map(({ row }) => row));
        const report = await rounds.carryOut(publications, unread);
        await lost.wereRead(unread);
        again = false;
        unread = [];
        boundary = nextBoundary(report.library);
        onRound(report);
      }
    } catch (error) {
      again = true;
      onError(error);
      await explain(payload, publications, error).catch(onError);
      await sleep(retryAfter, undefined, { signal }).catch(ended(signal));
    }
    await sleep(pollEvery, undefined, { signal }).catch(ended(signal));
  }
  await rounds.searchTold();
}

async function explain(payload: Payload, publications: readonly Publication[], error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await writeReceipt(payload, publications, {
    error: `${reason} The publisher tries again every few seconds. If this stays, show this text to whoever runs the site.`,
  });
}
