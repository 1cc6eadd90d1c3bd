import type { Payload } from 'payload';
import { locales } from '../../library/locales.ts';
import { type DocumentIn, publicPrint, type Within } from './texts.ts';

/** After a publication by schedule: what it put on the site counts, for the other schedules of the document, as seen when they were planned. */
export async function seenAfter(
  payload: Payload,
  document: Omit<DocumentIn, 'locale'>,
  within: Within,
  change: () => Promise<void>,
): Promise<(locale: DocumentIn['locale'], seen: Record<string, string>) => Record<string, string>> {
  const prints = async () =>
    Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await publicPrint(payload, { ...document, locale }, within)] as const)));
  const before = await prints();
  await change();
  const after = await prints();
  return (locale, seen) => {
    const names = new Set([...Object.keys(seen), ...Object.keys(after[locale] ?? {})]);
    const entries = [...names].map((name) => [name, seen[name] === before[locale]?.[name] ? after[locale]?.[name] : seen[name]] as const);
    return Object.fromEntries(entries.flatMap(([name, hash]) => (hash === undefined ? [] : [[name, hash]])));
  };
}
