import type { Payload, Where } from 'payload';
import type { RowRef } from '../library/readLibrary.ts';
import type { Instant } from '../library/types.ts';

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

/** Payload holds every row of an update in memory until the last one is written. */
const rowsAtOnce = 100;

/** Writes the same into the receipts of all these publications. */
export async function writeReceipt(payload: Payload, publications: readonly Publication[], receipt: Receipt): Promise<void> {
  for (let start = 0; start < publications.length; start += rowsAtOnce) {
    const ids = publications.slice(start, start + rowsAtOnce).map(({ id }) => id);
    await payload.update({ collection: 'publications', where: { id: { in: ids } }, data: receipt, depth: 0, overrideAccess: true });
  }
}

/** Notes that families find what these publications changed, and whatever else stood before `earlier` and says nothing of it yet. */
export async function writeIndexed(payload: Payload, publications: readonly Publication[], earlier?: Instant): Promise<void> {
  const data = { indexedAt: new Date().toISOString() };
  await writeReceipt(payload, publications, data);
  if (earlier === undefined) return;
  const where: Where = { indexedAt: { exists: false }, renderedAt: { less_than_equal: earlier }, state: { in: ['live', 'pushing'] } };
  await payload.update({ collection: 'publications', where, data, depth: 0, overrideAccess: true });
}
