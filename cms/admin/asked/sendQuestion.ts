import type { Locale } from '../../library/locales.ts';
import { type Refusal, whyNot } from '../standing/sendReview.ts';
import type { Words } from '../words.ts';
import type { AskedBefore } from './nearest.ts';

/** Keeps a family's question as a draft of the questions. Its id, or why not, as the CMS says it. */
export async function sendQuestion(
  question: string,
  locale: Locale,
  words: Pick<Words, 'unreachable' | 'answered'>,
): Promise<{ id: number | string } | { why: string }> {
  try {
    const response = await post(`/api/faqs?draft=true&depth=0&locale=${locale}`, { question, askedByFamily: true, _status: 'draft' });
    const answer: unknown = await response.json();
    return response.ok ? (answer as { doc: { id: number | string } }).doc : { why: whyNot(answer as Refusal, words.answered(response.status)) };
  } catch (error) {
    console.error(error);
    return { why: words.unreachable };
  }
}

/** The questions that the library has already, nearest to these words. */
export async function findNear(words: string, signal: AbortSignal): Promise<AskedBefore[]> {
  const response = await post('/api/asked-before', { words }, signal);
  return response.ok ? ((await response.json()) as { near: AskedBefore[] }).near : [];
}

function post(address: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}
