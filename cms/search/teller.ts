import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentRef, Library } from '../library/types.ts';
import { type Changed, type SearchDisagreement, type SearchIndexer, WouldLose } from './indexer.ts';

export interface Teller {
  /** Has the engine follow to `library`, and returns at once. Resolves when the engine answers so, however often that is tried. */
  tell(library: Library, changed: Changed): Promise<void>;
  /** Resolves when the engine was told everything, or failed and is given time. */
  told(): Promise<void>;
  /** Tells what is still untold, then compares the engine with the newest library and mends it. Nothing is told meanwhile. */
  audit(): Promise<SearchDisagreement[]>;
  close(): void;
}

interface Options {
  onError(error: unknown): void;
  /** The pauses before an engine that failed is told again, in ms; the last one repeats. A new change ends a pause. */
  pauses?: readonly number[] | undefined;
}

/** Tells an engine of each change, one call at a time and what came meanwhile together; where it fails, again after a pause. */
export function openTeller(indexer: SearchIndexer, { onError, pauses = [1_000, 5_000, 15_000, 60_000, 300_000] }: Options): Teller {
  const stopping = new AbortController();
  let latest: Library | undefined;
  let everything = false;
  let documents = new Map<string, DocumentRef>();
  /** Those who wait to hear that the engine answers with their change. */
  let waiting: (() => void)[] = [];
  let newer = new AbortController();
  let running: Promise<void> | undefined;
  let failed: { error: unknown } | undefined;
  let failures = 0;
  const resting: (() => void)[] = [];

  function start(): void {
    newer.abort();
    if (!stopping.signal.aborted) running ??= run().finally(ended);
  }

  function ended(): void {
    running = undefined;
    rest();
  }

  function rest(): void {
    for (const rested of resting.splice(0)) rested();
  }

  async function run(): Promise<void> {
    while (latest && waiting.length > 0 && !stopping.signal.aborted) {
      const going = { library: latest, everything, documents, waiting };
      [everything, documents, waiting] = [false, new Map(), []];
      newer = new AbortController();
      try {
        await sync(going);
        failed = undefined;
        failures = 0;
        for (const heard of going.waiting) heard();
      } catch (error) {
        everything ||= going.everything;
        documents = new Map([...going.documents, ...documents]);
        waiting = [...going.waiting, ...waiting];
        failed = { error };
        onError(error);
        rest();
        await pause(pauses[Math.min(failures++, pauses.length - 1)] ?? 0);
      }
    }
  }

  async function sync(going: { library: Library; everything: boolean; documents: Map<string, DocumentRef> }): Promise<void> {
    const changed = [...going.documents.values()];
    try {
      await indexer.sync(going.library, going.everything ? 'everything' : changed);
    } catch (error) {
      // What staff change must not wait until somebody decides what becomes of the whole index.
      if (error instanceof WouldLose && changed.length > 0) await indexer.sync(going.library, changed);
      throw error;
    }
  }

  async function pause(milliseconds: number): Promise<void> {
    const signal = AbortSignal.any([stopping.signal, newer.signal]);
    await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  const lastFailure = () => failed;

  async function told(): Promise<void> {
    if (running && !failed) await new Promise<void>((resolve) => resting.push(resolve));
  }

  return {
    tell(library, changed) {
      latest = library;
      if (changed === 'everything') everything = true;
      else for (const ref of changed) documents.set(`${ref.collection}:${ref.id}`, ref);
      const heard = new Promise<void>((resolve) => waiting.push(resolve));
      start();
      return heard;
    },
    told,
    async audit() {
      if (failed) {
        failed = undefined;
        start();
      }
      await told();
      const failure = lastFailure();
      if (failure) throw failure.error;
      if (!latest) return [];
      const comparing = indexer.audit(latest);
      running = comparing.then(
        () => undefined,
        () => undefined,
      );
      return comparing.finally(() => {
        ended();
        start();
      });
    },
    close() {
      stopping.abort();
      rest();
    },
  };
}
