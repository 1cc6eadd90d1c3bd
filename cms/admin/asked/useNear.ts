import { useEffect, useState } from 'react';
import type { AskedBefore } from './nearest.ts';
import { findNear } from './sendQuestion.ts';

/** How long nobody types before the library is asked, in ms. */
const pause = 350;

/** The questions nearest to what is being typed. They are a help: where they cannot be read, the form works without them. */
export function useNear(words: string): AskedBefore[] {
  const [near, setNear] = useState<AskedBefore[]>([]);
  const asked = words.trim();
  useEffect(() => {
    if (asked.length < 4) return setNear([]);
    const stop = new AbortController();
    const clock = setTimeout(() => {
      findNear(asked, stop.signal).then(setNear, (error) => {
        if (!stop.signal.aborted) console.error(error);
      });
    }, pause);
    return () => {
      clearTimeout(clock);
      stop.abort();
    };
  }, [asked]);
  return near;
}
