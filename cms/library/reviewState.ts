import { contentHash } from './contentHash.ts';
import type { Locale } from './locales.ts';
import { keyOf } from './rowKey.ts';
import type { AnyDocument, Day, Library, Review } from './types.ts';

/** What a reader may be told about the review of the text in front of them. Only a review that stands has a date and a role. */
export type ReviewState = { state: 'not-reviewed' } | { state: 'reviewed'; on: Day; role: string } | { state: 'changed' } | { state: 'overdue' };

/** Derived by comparing hashes: nobody sets it. Of `reviews`, the newest of this document and language counts. */
export function reviewState(document: AnyDocument, locale: Locale, reviews: readonly Review[], today: Day): ReviewState {
  const own = reviews.filter((review) => review.locale === locale && keyOf(review.document) === keyOf(document));
  const newest = own.reduce<Review | undefined>((former, review) => (!former || former.on <= review.on ? review : former), undefined);
  if (!newest) return { state: 'not-reviewed' };
  if (newest.contentHash !== contentHash(document, locale)) return { state: 'changed' };
  if (newest.due < today) return { state: 'overdue' };
  return { state: 'reviewed', on: newest.on, role: newest.role[locale] };
}

/** Every review of a document. */
export function reviewsOf(library: Library, document: AnyDocument): readonly Review[] {
  return library.reviews.get(keyOf(document)) ?? [];
}
