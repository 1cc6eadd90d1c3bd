import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { said } from '../fields/said.ts';
import type { RowRef } from '../library/readLibrary.ts';
import { keyOf } from '../library/rowKey.ts';
import type { Audits } from './audit/resident.ts';
import { ended } from './lock.ts';
import { lostChanges } from './lostChanges.ts';
import { nextBoundary } from './nextBoundary.ts';
import { type Publication, waitingPublications, writeReceipt } from './publications.ts';
import { reasonText } from './reasons.ts';
import type { RoundReport, Rounds } from './rounds.ts';
import { openSchedules } from './schedules/index.ts';

const pollEvery = 250;
/** How long is printed before what was saved meanwhile is looked for, in ms. */
const printFor = 200;
/** How long is still printed after the end was asked for, in ms. */
const finishFor = 2_000;
const lookForLostEvery = 5_000;
const retryAfter = 5_000;

export interface Watching {
  payload: Payload;
  rounds: Rounds;
  /** Carried on, a step at a time, while nothing is to be printed. */
  audits?: Audits;
  signal: AbortSignal;
  onRound(report: RoundReport): void;
  onError(error: unknown): void;
}

/**
 * Brings the output up to date once, and from then on with whatever is published, until `signal`. While a change that stands on every page is printed,
 * later ones overtake it. A round that fails as a whole, as on a full disk, leaves its publications waiting, with the reason, and is tried again.
 */
export async function keepPublishing({ payload, rounds, audits, signal, onRound, onError }: Watching): Promise<void> {
  const lost = lostChanges(payload);
  const schedules = openSchedules(payload);
  let lookAt = 0;
  let boundary: Temporal.Instant | undefined;

  /** Rows that changed without a publication, looked for now and then. */
  async function unannounced(publications: readonly Publication[]): Promise<RowRef[]> {
    const library = rounds.library();
    if (!library || Date.now() < lookAt) return [];
    lookAt = Date.now() + lookForLostEvery;
    const announced = new Set(publications.map(({ row }) => keyOf(row)));
    return (await lost.look(library)).filter((row) => !announced.has(keyOf(row)));
  }

  while (!signal.aborted) {
    try {
      for (const error of await schedules.carryOutDue()) onError(error);
      const waiting = await waitingPublications(payload);
      const underWay = new Set(rounds.underWay().map(({ id }) => id));
      const publications = waiting.filter(({ id }) => !underWay.has(id));
      const rows = await unannounced(waiting);
      const isNewDay = !boundary || Temporal.Instant.compare(Temporal.Now.instant(), boundary) >= 0;
      if (isNewDay || publications.length > 0 || rows.length > 0) {
        const library = await rounds.begin(publications, rows);
        await lost.wereRead([...publications.map(({ row }) => row), ...rows]);
        boundary = nextBoundary(library);
      }
      if (rounds.isPrinting()) for (const report of await rounds.advance(printFor)) onRound(report);
      else if (!(await audits?.advance())) await sleep(pollEvery, undefined, { signal }).catch(ended(signal));
    } catch (error) {
      boundary = undefined;
      onError(error);
      rounds.startAnew();
      await explain(payload, error).catch(onError);
      await sleep(retryAfter, undefined, { signal }).catch(ended(signal));
    }
  }
  // What is nearly done is finished; the rest stays waiting, and the next publisher prints it.
  const until = Date.now() + finishFor;
  while (rounds.isPrinting() && Date.now() < until) for (const report of await rounds.advance(printFor)) onRound(report);
  await Promise.race([rounds.searchTold(), sleep(finishFor)]);
}

async function explain(payload: Payload, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await writeReceipt(payload, await waitingPublications(payload), {
    error: reasonText(
      said(
        `${reason} The publisher tries again every few seconds. If this stays, show this text to whoever runs the site.`,
        `${reason} El publicador vuelve a intentarlo cada pocos segundos. Si esto sigue, muestre este texto a quien opera el sitio.`,
      ),
    ),
  });
}
