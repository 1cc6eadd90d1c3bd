import { useCallback, useRef, useState } from 'react';
import type { Locale } from '../../cms/library/locales.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { Asked } from './asked.ts';
import { openProvider } from './openProvider.ts';
import type { SearchAnswer, SearchProvider } from './provider.ts';

/** What the search shows: nothing yet, an answer to `q`, or that it could not answer. */
export type SearchState = { state: 'idle' } | { state: 'answered'; q: string; answer: SearchAnswer } | { state: 'failed'; q: string };

const firstSize = 20;

/** The name under which the browser's own tools, and the bench, find how long a search took. */
const searchMeasure = 'alongside-search';

/** Runs searches one after another; only the newest may show its answer. */
export function useSearch(locale: Locale, algolia: SiteSettings['algolia']) {
  const [shown, show] = useState<SearchState>({ state: 'idle' });
  const [busy, setBusy] = useState(false);
  const providers = useRef(new Map<boolean, Promise<SearchProvider>>());
  const newest = useRef(0);

  const opened = useCallback(
    (onDevice: boolean) => {
      const open = providers.current;
      const provider = open.get(onDevice) ?? openProvider(locale, onDevice ? undefined : algolia);
      open.set(onDevice, provider);
      provider.catch(() => open.delete(onDevice));
      return provider;
    },
    [locale, algolia],
  );

  const run = useCallback(
    async ({ q, filters, onDevice }: Asked, { size = firstSize, literally = false } = {}): Promise<void> => {
      const turn = ++newest.current;
      const done = (state: SearchState) => {
        if (turn !== newest.current) return;
        show(state);
        setBusy(false);
      };
      if (!q) return done({ state: 'idle' });
      setBusy(true);
      const start = performance.now();
      try {
        done({ state: 'answered', q, answer: await (await opened(onDevice)).search({ q, locale, size, filters, literally }) });
        performance.measure(searchMeasure, { start });
      } catch (error) {
        // Without the words of the search.
        console.error('The search failed.', error instanceof Error ? error.name : '');
        done({ state: 'failed', q });
      }
    },
    [opened, locale],
  );

  /** Fetches the index when a reader is about to search; a failure shows when they do. */
  const warm = useCallback(() => {
    opened(true)
      .then((ready) => ready.warm())
      .catch((error: unknown) => console.warn('No search index yet.', error));
  }, [opened]);

  /** How many results a list grows to when more are wanted. */
  const nextSize = shown.state === 'answered' ? shown.answer.hits.length + firstSize : firstSize;
  return { shown, busy, run, warm, nextSize };
}
