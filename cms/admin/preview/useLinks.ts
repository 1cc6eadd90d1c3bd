'use client';
import { useEffect, useState } from 'react';
import type { ListedLink } from '../../endpoints/preview/links.ts';
import type { Locale } from '../../library/locales.ts';
import type { Lasts } from './lasts.ts';

export interface LinksOf {
  links: ListedLink[];
  maySend: boolean;
}

type Answer<Said> = { said: Said } | { refused: string };

/** The links beside a document; `again` changing asks anew. */
export function useLinks(collection: string | undefined, id: number | string | undefined, again: number): LinksOf | undefined {
  const [links, setLinks] = useState<LinksOf>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is what starts a new look.
  useEffect(() => {
    if (!collection || id === undefined) return;
    const leaving = new AbortController();
    fetch(`/api/preview/links/${collection}/${id}`, { credentials: 'same-origin', signal: leaving.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`The admin answered ${response.status}.`);
        setLinks((await response.json()) as LinksOf);
      })
      .catch((error) => {
        if (!leaving.signal.aborted) console.error(error);
      });
    return () => leaving.abort();
  }, [collection, id, again]);
  return links;
}

interface Order {
  collection: string;
  id: number | string;
  locale: Locale;
  days: Lasts;
  note: string;
}

export function makeLink(order: Order, unreachable: string): Promise<Answer<{ url: string; expiresAt: string }>> {
  return post('/api/preview/links', order, unreachable);
}

export function revokeLink(id: number | string, unreachable: string): Promise<Answer<{ revoked: number }>> {
  return post(`/api/preview/links/${id}/revoke`, {}, unreachable);
}

async function post<Said>(address: string, body: object, unreachable: string): Promise<Answer<Said>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said = (await response.json()) as Said & { errors?: { message?: string }[] };
    return response.ok ? { said } : { refused: said.errors?.map(({ message }) => message).join(' ') || unreachable };
  } catch (error) {
    console.error(error);
    return { refused: unreachable };
  }
}
