import type { PayloadRequest, Where } from 'payload';
import { locales } from '../../library/locales.ts';

/** The workshops that are on the site in any language, as families see them. */
export async function publishedWorkshops(req: PayloadRequest): Promise<Record<string, unknown>[]> {
  const where: Where = { or: locales.map((locale) => ({ [`_status.${locale}`]: { equals: 'published' } })) };
  const { docs } = await req.payload.find({
    collection: 'workshops',
    where,
    pagination: false,
    draft: false,
    depth: 0,
    locale: 'all',
    fallbackLocale: false,
    overrideAccess: true,
    req: { transactionID: req.transactionID } as Partial<PayloadRequest>,
  });
  return docs as unknown as Record<string, unknown>[];
}
