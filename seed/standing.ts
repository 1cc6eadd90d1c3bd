import type { CollectionSlug, Payload } from 'payload';
import type { SeedDocument } from './readSeed.ts';
import type { Key } from './tree.ts';

/** What the database holds of a document that an earlier seed wrote. */
export interface Standing {
  id: number | string;
  /** The hash of what the seed wrote; empty once staff changed the document; `placeholder` while only its id is needed. */
  hash: string;
}

/** In place of a hash: the document has an id, so that others can name it, and no content yet. */
export const placeholder = 'placeholder';

/** What the database holds of earlier seeds, by key, in drafts and in the trash as well. */
export async function readStanding(payload: Payload, documents: readonly SeedDocument[]): Promise<Map<Key, Standing>> {
  const standing = new Map<Key, Standing>();
  for (const collection of new Set(documents.map((document) => document.collection as CollectionSlug))) {
    const found = await payload.find({
      collection,
      where: { seedKey: { exists: true } },
      draft: true,
      trash: true,
      pagination: false,
      depth: 0,
      showHiddenFields: true,
      select: { seedKey: true, seedHash: true, deletedAt: true } as never,
    });
    for (const document of found.docs as unknown as { id: Standing['id']; seedKey?: Key; seedHash?: string; deletedAt?: string }[]) {
      if (document.seedKey) standing.set(document.seedKey, { id: document.id, hash: document.deletedAt ? '' : (document.seedHash ?? '') });
    }
  }
  return standing;
}
