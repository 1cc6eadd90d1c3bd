/** What can be published or unpublished at a time: everything that has drafts. */
export const scheduledCollections = ['articles', 'workshops', 'faqs', 'terms', 'topics', 'materials', 'kits', 'pages', 'media'] as const;

export type ScheduledCollection = (typeof scheduledCollections)[number];

export function isScheduled(collection: unknown): collection is ScheduledCollection {
  return scheduledCollections.includes(collection as ScheduledCollection);
}
