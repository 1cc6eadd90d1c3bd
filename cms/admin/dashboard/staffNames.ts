import type { CollectionSlug, Payload } from 'payload';

/** Staff may not read each other's accounts; who published or wrote down what is theirs to know, so that names, and nothing else, are read as the system. */
export async function staffNames(payload: Payload, of: readonly unknown[]): Promise<Map<string, string>> {
  const ids = [...new Set(of.flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? [id] : [])))];
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'staff' as CollectionSlug,
    where: { id: { in: ids } },
    select: { name: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return new Map(docs.map((doc) => [String(doc.id), String((doc as { name?: string }).name ?? '')]));
}
