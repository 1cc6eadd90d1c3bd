import { useCallback, useRef, useState } from 'react';
import type { Locale } from '../../cms/library/locales.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
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
  const provider = useRef<Promise<SearchProvider>>(undefined);
  const newest = useRef(0);

  const opened = useCallback(() => {
    provider.current ??= openProvider(locale, algolia).catch((error: unknown) => {
      provider.current = undefined;
      throw error;
    });
    return provider.current;
  }, [locale, algolia]);

  const run = useCallback(
    async (q: string, { size = firstSize, literally = false } = {}): Promise<void> => {
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
        done({ state: 'answered', q, answer: await (await opened()).search({ q, locale, size, literally }) });
        performance.measure(searchMeasure, { start });
      } catch (error) {
        console.error('The search failed.', error);
        done({ state: 'failed', q });
      }
    },
    [opened, locale],
  );

  const warm = useCallback(() => {
    opened()
      .then((ready) => ready.warm())
      .catch((error: unknown) => console.warn('No search index yet.', error));
  }, [opened]);

  return {
    shown,
    busy,
    run,
    more: () => shown.state === 'answered' && run(shown.q, { size: shown.answer.hits.length + firstSize }),
    /** Searches again without mending the spelling. */
    literally: () => shown.state === 'answered' && run(shown.q, { literally: true }),
    /** Fetches the index when a reader is about to search; a failure shows when they do. */
    warm,
  };
}
