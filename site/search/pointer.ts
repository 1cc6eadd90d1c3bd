import type { Locale } from '../../cms/library/locales.ts';
import { type PagefindPointer, pointerPath } from '../../cms/library/pagefindFiles.ts';

/** For so many milliseconds an answer is taken as current, so that a reader who types asks once and a takedown still counts at the next search. */
const fresh = 5_000;
const asked = new Map<Locale, { at: number; answer: Promise<PagefindPointer> }>();

/** Which index is current and what was withdrawn from it. */
export function pointerOf(locale: Locale): Promise<PagefindPointer> {
  const last = asked.get(locale);
  if (last && performance.now() - last.at < fresh) return last.answer;
  const answer = fetchPointer(locale);
  asked.set(locale, { at: performance.now(), answer });
  answer.catch(() => asked.delete(locale));
  return answer;
}

async function fetchPointer(locale: Locale): Promise<PagefindPointer> {
  const response = await fetch(pointerPath(locale), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`No search index: ${response.status} ${response.url}`);
  return (await response.json()) as PagefindPointer;
}
