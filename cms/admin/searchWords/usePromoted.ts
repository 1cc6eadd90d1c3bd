import { useEffect, useState } from 'react';
import { type Locale, locales } from '../../library/locales.ts';
import { byLocale } from '../dashboard/desk.ts';

/** Where each kind of document has its name and its short text. */
const fields: Record<string, { title: string; summary: string }> = {
  articles: { title: 'title', summary: 'summary' },
  faqs: { title: 'question', summary: 'answer' },
  terms: { title: 'term', summary: 'meaning' },
  workshops: { title: 'title', summary: 'summary' },
  materials: { title: 'title', summary: 'summary' },
};

/** What families can see of a document: the languages in which it is published, with name and short text. */
export type Seen = Partial<Record<Locale, { title: string; summary: string }>>;

type Promoted = { state: 'reading' | 'gone' | 'unreachable' } | { state: 'read'; seen: Seen };

/** The document that a row chose, as families can see it now. */
export function usePromoted(collection: string | undefined, id: number | string | undefined): Promoted {
  const [promoted, setPromoted] = useState<Promoted>({ state: 'reading' });
  useEffect(() => {
    if (collection === undefined || id === undefined) return;
    const stop = new AbortController();
    setPromoted({ state: 'reading' });
    read(collection, id, stop.signal).then(setPromoted, (error) => {
      if (stop.signal.aborted) return;
      console.error(error);
      setPromoted({ state: 'unreachable' });
    });
    return () => stop.abort();
  }, [collection, id]);
  return promoted;
}

async function read(collection: string, id: number | string, signal: AbortSignal): Promise<Promoted> {
  const response = await fetch(`/api/${collection}/${id}?locale=all&depth=0`, { credentials: 'same-origin', signal });
  if (response.status === 404) return { state: 'gone' };
  if (!response.ok) throw new Error(`The CMS answered ${response.status}.`);
  const row = (await response.json()) as Record<string, unknown>;
  const { title, summary } = fields[collection] ?? { title: 'title', summary: 'summary' };
  const [status, titles, summaries] = [byLocale(row._status), byLocale(row[title]), byLocale(row[summary])];
  const published = locales.filter((locale) => (status[locale] as string | undefined) === 'published');
  return { state: 'read', seen: Object.fromEntries(published.map((locale) => [locale, { title: titles[locale] ?? '', summary: summaries[locale] ?? '' }])) };
}
