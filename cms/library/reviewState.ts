import { contentHash } from './contentHash.ts';
import type { Locale } from './locales.ts';
import type { AnyDocument, Day, DocumentRef, Review } from './types.ts';

/** What a reader may be told about the review of the text in front of them. Only a review that stands has a date and a role. */
export type ReviewState = { state: 'not-reviewed' } | { state: 'reviewed'; on: Day; role: string } | { state: 'changed' } | { state: 'overdue' };

/** Derived by comparing hashes: nobody sets it. The newest review of this language counts. */
export function reviewState(document: AnyDocument, locale: Locale, reviews: readonly Review[], today: Day): ReviewState {
  const newest = newestReviews(reviews).get(keyOf(document, locale));
  if (!newest) return { state: 'not-reviewed' };
  if (newest.contentHash !== contentHash(document, locale)) return { state: 'changed' };
  if (newest.due < today) return { state: 'overdue' };
  return { state: 'reviewed', on: newest.on, role: newest.role[locale] };
}

const newestOf = new WeakMap<readonly Review[], ReadonlyMap<string, Review>>();

/** The newest review of each text, found once for each list of reviews: every page with a review state asks. */
function newestReviews(reviews: readonly Review[]): ReadonlyMap<string, Review> {
  const known = newestOf.get(reviews);
  if (known) return known;
  const newest = new Map<string, Review>();
  for (const review of reviews) {
    const key = keyOf(review.document, review.locale);
    const former = newest.get(key);
    if (!former || former.on <= review.on) newest.set(key, review);
  }
  newestOf.set(reviews, newest);
  return newest;
}

function keyOf(document: DocumentRef, locale: Locale): string {
  return `${document.collection}/${document.id}/${locale}`;
}
