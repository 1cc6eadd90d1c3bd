'use client';
import { useEffect, useState } from 'react';
import type { Standing } from './standing.ts';

const everyMs = 500;
/** After this many looks a change that still waits is late, and is looked for more rarely. */
const soon = 40;
const everyMsWhenLate = 5_000;

export interface Watched {
  standing?: Standing;
  /** A publication that waits for longer than it should. */
  late: boolean;
  unreachable: boolean;
}

/** Asks how the document stands, and goes on asking while a change is on its way. `savedAt` or `again` changing starts anew. */
export function useStanding({ collection, id, locale }: { collection: string; id: number | string; locale: string }, savedAt: number, again: number): Watched {
  const [watched, setWatched] = useState<Watched>({ late: false, unreachable: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `savedAt` and `again` are what starts a new look.
  useEffect(() => {
    if (id === '') return;
    const leaving = new AbortController();
    const { signal } = leaving;
    void watch(`/api/standing/${collection}/${id}?locale=${locale}`, signal, setWatched);
    return () => leaving.abort();
  }, [collection, id, locale, savedAt, again]);
  return watched;
}

async function watch(address: string, signal: AbortSignal, tell: (watched: Watched) => void): Promise<void> {
  for (let look = 1; ; look += 1) {
    const late = look > soon;
    try {
      const response = await fetch(address, { signal, credentials: 'same-origin' });
      if (!response.ok) throw new Error(`The admin answered ${response.status}.`);
      const standing = (await response.json()) as Standing;
      if (signal.aborted) return;
      const state = standing.publication?.state;
      const moves = state === 'waiting' || state === 'pushing';
      tell({ standing, late: moves && late, unreachable: false });
      if (!moves) return;
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      return tell({ late: false, unreachable: true });
    }
    await new Promise((resolve) => setTimeout(resolve, late ? everyMsWhenLate : everyMs));
    if (signal.aborted) return;
  }
}
