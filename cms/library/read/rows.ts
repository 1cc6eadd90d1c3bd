import type { CollectionSlug, GlobalSlug, Payload, Where } from 'payload';
import { Fields } from '../parse/index.ts';
import type { Id } from '../types.ts';

export type Row = Record<string, unknown>;

const pageLength = 500;

/** The main rows, never the drafts beside them, with every language; rows in the trash are left out. */
export async function rowsOf(payload: Payload, collection: string, where: Where = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const found = await payload.find({
      collection: collection as CollectionSlug,
      where,
      sort: 'id',
      limit: pageLength,
      page,
      depth: 0,
      locale: 'all',
      fallbackLocale: false,
      draft: false,
      trash: false,
      overrideAccess: true,
    });
    rows.push(...(found.docs as unknown as Row[]));
    if (!found.hasNextPage) return rows;
  }
}

/** The rows whose `field` is one of `values`; without any value none, and nothing is asked. */
export async function rowsWith(payload: Payload, collection: string, field: string, values: readonly Id[]): Promise<Row[]> {
  return values.length === 0 ? [] : rowsOf(payload, collection, { [field]: { in: [...new Set(values)] } });
}

export async function globalOf(payload: Payload, global: string): Promise<Fields> {
  return new Fields(
    await payload.findGlobal({ slug: global as GlobalSlug, depth: 0, locale: 'all', fallbackLocale: false, draft: false, overrideAccess: true }),
  );
}
