import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload';
import { type Locale, otherLocale } from '../../library/locales.ts';
import type { Day } from '../../library/types.ts';

/** The most rows that one question of the dashboard reads. */
export const atMost = 50;

/** From where the dashboard looks: who asks, in which language, on which day of the program. */
export interface Desk {
  payload: Payload;
  user: PayloadRequest['user'];
  language: Locale;
  today: Day;
  zone: string;
}

/** A document in a list: what it is called, what it is, where it is edited. */
export interface Item {
  title: string;
  kind: string;
  href: string;
}

export type Row = Record<string, unknown> & { id: number | string };

interface Question {
  where?: Where;
  sort?: string;
  draft?: boolean;
  fields?: string[];
  limit?: number;
}

/** At most 50 rows, in every language, of what the one who asks may read. */
export async function ask(
  { payload, user }: Desk,
  collection: CollectionSlug,
  { where = {}, sort = '-updatedAt', draft = false, fields, limit = atMost }: Question,
): Promise<Row[]> {
  const found = await payload.find({
    collection,
    where,
    sort,
    draft,
    ...(fields && { select: Object.fromEntries(fields.map((field) => [field, true as const])) }),
    limit,
    pagination: false,
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    user,
    overrideAccess: false,
  });
  return found.docs as unknown as Row[];
}

export function titleField({ payload }: Desk, collection: string): string {
  return payload.collections[collection as CollectionSlug]?.config.admin.useAsTitle ?? 'id';
}

/** A row as a list names it, with a link that opens it in `locale`. */
export function itemOf(desk: Desk, collection: string, row: Row, untitled: string, locale: Locale = desk.language): Item {
  const { labels } = desk.payload.collections[collection as CollectionSlug].config;
  const title = byLocale(row[titleField(desk, collection)]);
  return {
    title: title[desk.language] || title[otherLocale(desk.language)] || untitled,
    kind: labelIn(labels.singular, desk.language),
    href: `/admin/collections/${collection}/${row.id}?locale=${locale}`,
  };
}

export function labelIn(label: unknown, language: Locale): string {
  if (typeof label === 'string') return label;
  return String((label as Partial<Record<Locale, string>>)[language] ?? '');
}

/** A field's value in each language; of a field that is the same in both, that. */
export function byLocale(value: unknown): Partial<Record<Locale, string>> {
  if (value && typeof value === 'object') return value;
  return typeof value === 'string' ? { en: value, es: value } : {};
}
