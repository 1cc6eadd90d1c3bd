import type { Payload } from 'payload';
import type { RowRef } from '../library/readLibrary.ts';

/** One change on its way from saved to live. */
export interface Publication {
  id: string | number;
  /** The row that changed; of a global, the slug and an empty id. */
  row: RowRef;
}

export interface Receipt {
  state?: 'live' | 'pushing' | 'failed';
  renderedAt?: string | undefined;
  liveAt?: Record<string, string | null>;
  indexedAt?: string;
  pages?: number;
  error?: string | null;
}

/** Every publication that waits, in no particular order: they go out together. */
export async function waitingPublications(payload: Payload): Promise<Publication[]> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { state: { equals: 'waiting' } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs.map((doc) => ({ id: doc.id, row: { collection: String(doc.documentCollection), id: String(doc.documentId ?? '') } }));
}

export async function writeReceipt(payload: Payload, publications: readonly Publication[], receipt: Receipt): Promise<void> {
  if (publications.length === 0) return;
  await payload.update({ collection: 'publications', where: { id: { in: publications.map(({ id }) => id) } }, data: receipt, depth: 0, overrideAccess: true });
}
