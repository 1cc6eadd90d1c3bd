import { useCallback, useRef, useState } from 'react';
import type { Locale } from '../../cms/library/locales.ts';
import type { NamedDocument, SearchNames } from '../../cms/library/searchNames.ts';
import { fetchNames } from './own/openIndex.ts';
import { suggest } from './own/suggest.ts';
import { pointerOf } from './pointer.ts';

/** Suggests pages while a reader types, from the names on this device: whatever searches, no word of it leaves for anywhere. */
export function useSuggestions(locale: Locale) {
  const [suggested, show] = useState<readonly NamedDocument[]>([]);
  const names = useRef<Promise<SearchNames>>(undefined);
  const newest = useRef(0);

  const type = useCallback(
    async (typed: string): Promise<void> => {
      const turn = ++newest.current;
      try {
        names.current ??= namesOf(locale);
        const found = suggest(await names.current, typed);
        if (turn === newest.current) show(found);
      } catch (error) {
        // A search goes without suggestions; the next letter asks again.
        names.current = undefined;
        console.warn('No suggestions.', error);
      }
    },
    [locale],
  );

  const close = useCallback(() => {
    newest.current += 1;
    show([]);
  }, []);

  return { suggested, type, close };
}

async function namesOf(locale: Locale): Promise<SearchNames> {
  const { index, withdrawn } = await pointerOf(locale);
  const names = await fetchNames(index, locale);
  return { ...names, documents: names.documents.filter(({ path }) => !withdrawn.includes(path)) };
}
