import { type Refusal, whyNot } from '../standing/sendReview.ts';
import type { Words } from '../words.ts';

type Said = Pick<Words, 'unreachable' | 'answered'>;
type Answered<T> = { answer: T } | { problem: string };

/** Asks the workshops' own part of the API: what it answered, or why not, as the CMS says it. */
export async function askWorkshops<T = unknown>(path: string, body: object, words: Said): Promise<Answered<T>> {
  try {
    const response = await fetch(`/api/workshops${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return response.ok ? { answer: answer as T } : { problem: whyNot(answer as Refusal, words.answered(response.status)) };
  } catch (error) {
    console.error(error);
    return { problem: words.unreachable };
  }
}

export interface Choice {
  id: string;
  name: string;
}

/** What a list of the CMS offers to choose from, by name; nothing where it cannot be read, and then nothing is offered. */
export async function choicesOf(collection: 'places' | 'people' | 'materials'): Promise<Choice[]> {
  const title = collection === 'materials' ? 'title' : 'name';
  const response = await fetch(`/api/${collection}?depth=0&limit=300&sort=${title}`, { credentials: 'same-origin' });
  if (!response.ok) return [];
  const { docs } = (await response.json()) as { docs: Record<string, unknown>[] };
  return docs.map((doc) => ({ id: String(doc.id), name: String(doc[title] ?? doc.id) }));
}
