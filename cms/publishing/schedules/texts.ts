import { createHash } from 'node:crypto';
import type { FlattenedField, Payload, PayloadRequest } from 'payload';
import type { ScheduledCollection } from '../../collections/scheduled.ts';
import { type Locale, locales } from '../../library/locales.ts';

/** A document in one language, as staff write it: a value for each field, those that both languages share too. */
export type Text = Record<string, unknown>;
export type Row = Record<string, unknown> & { id: number | string };

/** What a request acts in. A new object for each call: Payload writes the language of a call into it. */
export type Within = () => Partial<PayloadRequest>;

export interface Version {
  id: number | string;
  autosave?: boolean | null;
  updatedAt: string;
  version: Row;
}

export interface DocumentIn {
  collection: ScheduledCollection;
  id: string;
  locale: Locale;
}

/** What the program keeps about a document and nobody writes. */
const kept = new Set(['id', 'code', 'publishedAt', 'seedKey', 'seedHash', '_status', 'createdAt', 'updatedAt', 'deletedAt']);

export function writtenFields(payload: Payload, collection: ScheduledCollection): FlattenedField[] {
  return payload.collections[collection].config.flattenedFields.filter(({ name }) => !kept.has(name));
}

/** A language has texts of its own in localized fields; the others are shared. */
export const isShared = (field: FlattenedField): boolean => !('localized' in field && field.localized);

/** The row's value for every field: an empty one too, so that writing it leaves nothing of what stood there. */
export function textOf(fields: readonly FlattenedField[], row: Row): Text {
  return Object.fromEntries(fields.map((field) => [field.name, row[field.name] ?? emptyOf(field)]));
}

function emptyOf(field: FlattenedField): unknown {
  return field.type === 'array' || ('hasMany' in field && field.hasMany) ? [] : null;
}

/** The main row: what families see where its status says so. Those in the trash count. */
export async function mainRow(payload: Payload, { collection, id, locale }: DocumentIn, within: Within): Promise<Row | undefined> {
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    locale,
    fallbackLocale: false,
    draft: false,
    trash: true,
    depth: 0,
    overrideAccess: true,
    req: within(),
  });
  return docs[0] as Row | undefined;
}

/** One version of the document, the newest where none is named, in one language. */
export async function versionOf(payload: Payload, { collection, id, locale }: DocumentIn, within: Within, version?: string): Promise<Version | undefined> {
  if (version !== undefined && !isPossibleId(payload, version)) return undefined;
  const { docs } = await payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, ...(version === undefined ? [] : [{ id: { equals: version } }])] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    locale,
    fallbackLocale: false,
    depth: 0,
    trash: true,
    overrideAccess: true,
    req: within(),
  });
  return docs[0] as Version | undefined;
}

export function isPossibleId(payload: Payload, id: string): boolean {
  return payload.db.defaultIDType === 'number' ? /^\d{1,15}$/.test(id) : /^[0-9a-f]{24}$/i.test(id);
}

/** A hash of each field's value. Rows' ids and the ways of being empty do not count. */
export function printOf(text: Text): Record<string, string> {
  return Object.fromEntries(Object.entries(text).map(([name, value]) => [name, hashOf(value)]));
}

/** The same of what families see in a language: nothing of its own texts unless it is published, nothing shared unless any language is. */
export async function publicPrint(payload: Payload, document: DocumentIn, within: Within): Promise<Record<string, string>> {
  const fields = writtenFields(payload, document.collection);
  const row = await mainRow(payload, document, within);
  const statuses = await Promise.all(locales.map(async (locale) => (await mainRow(payload, { ...document, locale }, within))?._status));
  const shared = statuses.includes('published');
  if (!row || row.deletedAt || !shared) return {};
  return printOf(
    textOf(
      fields.filter((field) => isShared(field) || row._status === 'published'),
      row,
    ),
  );
}

export function samePrint(a: Record<string, string>, b: Record<string, string>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => a[name] === b[name]);
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)) ?? '')
    .digest('base64url')
    .slice(0, 16);
}

function canonical(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length ? value.map(canonical) : undefined;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, inner]) => [name, canonical(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length ? Object.fromEntries(entries) : undefined;
}
