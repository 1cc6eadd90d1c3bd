/** What a clinician reviews: where a wrong sentence could do harm. */
export const reviewedCollections = ['articles', 'faqs', 'workshops'] as const;

export type ReviewedCollection = (typeof reviewedCollections)[number];

export function isReviewed(collection: string): collection is ReviewedCollection {
  return reviewedCollections.includes(collection as ReviewedCollection);
}
