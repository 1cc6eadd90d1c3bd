import type { Locale } from '../../library/locales.ts';
import type { Words } from '../words.ts';

interface Given {
  document: { collection: string; id: number | string; locale: Locale };
  role: string;
  due: string;
  /** The hash of the text that was read. */
  seen: string;
  words: Pick<Words, 'unreachable' | 'answered'>;
}

export interface Refusal {
  errors?: { message?: string; data?: { errors?: { message?: string; label?: string }[] } }[];
}

/** Puts a review on record. Nothing if it stands, or else why not, as the CMS says it. */
export async function sendReview({ document: { collection, id, locale }, role, due, seen, words }: Given): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/reviews?locale=${locale}&depth=0&seen=${seen}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ document: { relationTo: collection, value: id }, locale, role, due }),
    });
    return response.ok ? undefined : whyNot((await response.json()) as Refusal, words.answered(response.status));
  } catch (error) {
    console.error(error);
    return words.unreachable;
  }
}

/** Why the CMS refused, in its own words: each field with what is wrong with it, or the sentence for all. */
export function whyNot({ errors = [] }: Refusal, otherwise: string): string {
  const fields = errors.flatMap((error) => error.data?.errors ?? []).map(({ label, message }) => [label, message].filter(Boolean).join(': '));
  const said = fields.length ? fields : errors.flatMap(({ message }) => message ?? []);
  return said.join(' ') || otherwise;
}
