import type { CollectionBeforeChangeHook } from 'payload';

/** The first time that any language of a document was published. */
export const stampFirstPublished: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  publishedAt: originalDoc?.publishedAt ?? (data._status === 'published' ? new Date().toISOString() : undefined),
});
