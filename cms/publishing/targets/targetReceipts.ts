import type { Payload } from 'payload';
import type { Publication } from '../publications.ts';
import { reasonText } from '../reasons.ts';
import type { TargetReceipts } from './following.ts';

/**
 * Writes what following targets say into the receipts, one after another. A round leaves each publication in the state `pushing`, with `liveAt` naming every
 * target and the time at which it had the change, or null; it is `live` once no null is left.
 */
export function targetReceipts(payload: Payload): TargetReceipts {
  let writing: Promise<void> = Promise.resolve();
  const next = (work: () => Promise<void>) => {
    const written = writing.then(work);
    writing = written.catch(() => undefined);
    return written;
  };
  const rows = (publications: readonly Publication[]) =>
    payload.find({
      collection: 'publications',
      where: { id: { in: publications.map(({ id }) => id) }, state: { equals: 'pushing' } },
      pagination: false,
      depth: 0,
      overrideAccess: true,
    });
  return {
    async unfinished() {
      const { docs } = await payload.find({
        collection: 'publications',
        where: { state: { equals: 'pushing' } },
        pagination: false,
        depth: 0,
        overrideAccess: true,
      });
      return docs.map((doc) => ({ id: doc.id, row: { collection: doc.documentCollection, id: doc.documentId ?? '' } }));
    },
    reached: (target, publications) =>
      next(async () => {
        const now = new Date().toISOString();
        for (const { id, liveAt: before } of (await rows(publications)).docs) {
          const liveAt: Record<string, string | null> = { ...(before as Record<string, string | null> | null), [target]: now };
          const isWhole = Object.values(liveAt).every((instant) => instant !== null);
          await payload.update({
            collection: 'publications',
            id,
            data: { liveAt, error: null, ...(isWhole && { state: 'live' }) },
            depth: 0,
            overrideAccess: true,
          });
        }
      }),
    late: (_target, publications, reason) =>
      next(async () => {
        const error = reasonText(reason);
        const { docs } = await rows(publications);
        const ids = docs.filter((doc) => doc.error !== error).map(({ id }) => id);
        if (ids.length > 0) await payload.update({ collection: 'publications', where: { id: { in: ids } }, data: { error }, depth: 0, overrideAccess: true });
      }),
  };
}
