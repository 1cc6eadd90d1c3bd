import type { PayloadRequest } from 'payload';

/** Whether a save publishes all languages at once: Payload then hands the status of each to the hooks. */
export function publishesEveryLanguage(data: { _status?: unknown }, originalDoc: { _status?: unknown } | undefined): boolean {
  return data._status === 'published' && typeof originalDoc?._status === 'object' && originalDoc._status !== null;
}

/** The newest version as the database keeps it: a localized field has a value for each language that has one. */
export async function newestTexts(req: PayloadRequest, collection: string, id: number | string): Promise<Record<string, unknown>> {
  const { docs } = await req.payload.db.findVersions({
    collection: collection as 'articles',
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    locale: 'all',
    req: { transactionID: req.transactionID } as Partial<PayloadRequest>,
  });
  return (docs[0]?.version ?? {}) as Record<string, unknown>;
}

/** The value of a localized field in one language. */
export const inLanguage = (value: unknown, locale: string): unknown =>
  value && typeof value === 'object' ? (value as Record<string, unknown>)[locale] : undefined;
