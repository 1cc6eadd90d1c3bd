import { contentHash } from './contentHash.ts';
import type { Locale } from './locales.ts';
import type { AnyDocument, Day, Review } from './types.ts';

/** What a reader may be told about the review of the text in front of them. Only a review that stands has a date and a role. */
export type ReviewState =
  | { state: 'not-reviewed' }
  | { state: 'reviewed'; on: Day; role: string }
  | { state: 'changed' }
  | { state: 'overdue' };

/** Derived by comparing hashes: nobody sets it. The newest review of this language counts. */
export function reviewState(document: AnyDocument, locale: Locale, reviews: readonly Review[], today: Day): ReviewState {
  const newest = reviews
    .filter((review) => review.locale === locale && review.document.collection === document.collection && review.document.id === document.id)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  if (!newest) return { state: 'not-reviewed' };
  if (newest.contentHash !== contentHash(document, locale)) return { state: 'changed' };
  if (newest.due < today) return { state: 'overdue' };
  return { state: 'reviewed', on: newest.on, role: newest.role[locale] };
}
