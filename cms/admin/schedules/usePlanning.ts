'use client';
import { useEffect, useState } from 'react';
import type { Planning } from './planning.ts';

/** Asks what is planned for the document, anew whenever it was saved or `again` changes. */
export function usePlanning(collection: string | undefined, id: number | string | undefined, savedAt: number, again: number) {
  const [known, setKnown] = useState<{ planning?: Planning; unreachable: boolean }>({ unreachable: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `savedAt` and `again` are what starts a new look.
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
  }, [collection, id, savedAt, again]);
  return known;
}
