import { type Refusal, whyNot } from '../standing/sendReview.ts';
import type { Words } from '../words.ts';
import type { Wanted } from './planning.ts';

type Said = Pick<Words, 'unreachable' | 'answered'>;

/** Plans it. Nothing if it is planned, or else why not, as the CMS says it. `seen` is when the version was saved that the form named. */
export function sendPlan(document: { collection: string; id: number | string }, wanted: Wanted, seen: string, words: Said): Promise<string | undefined> {
  return send(`/api/schedules/of/${document.collection}/${document.id}?seen=${encodeURIComponent(seen)}`, 'POST', wanted, words);
}

/** Cancels a plan that waits. */
export function cancelPlan(id: string, words: Said): Promise<string | undefined> {
  return send(`/api/schedules/${id}?depth=0`, 'PATCH', { state: 'cancelled' }, words);
}

async function send(address: string, method: string, body: object, words: Said): Promise<string | undefined> {
  try {
    const response = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? undefined : whyNot((await response.json()) as Refusal, words.answered(response.status));
  } catch (error) {
    console.error(error);
    return words.unreachable;
  }
}
