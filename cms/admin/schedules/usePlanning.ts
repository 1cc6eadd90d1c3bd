'use client';
import { useEffect, useState } from 'react';
import type { Planning } from './planning.ts';

const publishedWithin = 3_000;

/** Asks what is planned for the document, anew whenever it was saved, `again` changes, or a plan's time has come. */
export function usePlanning(collection: string | undefined, id: number | string | undefined, savedAt: number, again: number) {
  const [looked, setLook] = useState(0);
  const [known, setKnown] = useState<{ planning?: Planning; unreachable: boolean }>({ unreachable: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `savedAt`, `again` and `looked` are what starts a new look.
  useEffect(() => {
    if (!collection || id === undefined) return;
    const leaving = new AbortController();
    fetch(`/api/schedules/of/${collection}/${id}`, { signal: leaving.signal, credentials: 'same-origin' })
      .then(async (response) => {
        if (response.status !== 404 && !response.ok) throw new Error(`The admin answered ${response.status}.`);
        // A document in the trash, or that was never saved, has no plans.
        const planning = response.ok ? ((await response.json()) as Planning) : undefined;
        setKnown({ unreachable: false, ...(planning && { planning }) });
      })
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        console.error(error);
        setKnown({ unreachable: true });
      });
    return () => leaving.abort();
  }, [collection, id, savedAt, again, looked]);
  const soon = msUntilNext(known.planning);
  useEffect(() => {
    if (soon === undefined) return;
    const timer = setTimeout(() => setLook((looked) => looked + 1), soon);
    return () => clearTimeout(timer);
  }, [soon]);
  return known;
}

/** Until the next plan should have been carried out, in ms; nothing where that is not today. */
function msUntilNext(planning: Planning | undefined): number | undefined {
  const next = planning?.plans.find(({ state }) => state === 'waiting')?.at;
  const ms = next === undefined ? Number.NaN : Date.parse(next) + publishedWithin - Date.now();
  return ms > 0 && ms < 86_400_000 ? ms : undefined;
}
