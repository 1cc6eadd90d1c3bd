import type { CollectionSlug, Payload } from 'payload';
import { type Beside, Fields, ParseProblem, publishedLocales, type Take } from '../parse/index.ts';
import type { Id } from '../types.ts';
import type { Row } from './rows.ts';

/** A row of a collection, or a global, whose id is empty: as publications name it. */
export interface RowRef {
  collection: string;
  id: Id;
}

/** A row that cannot be shown as it stands, and whether an older published version stands in for it. */
export interface LibraryProblem extends RowRef {
  message: string;
  messageInSpanish?: string;
  standIn: boolean;
}

/** What a reading has at hand: the database, the rows that are part of others, and the problems met so far. */
export interface Reading {
  payload: Payload;
  beside: Beside;
  problems: LibraryProblem[];
}

type Parse<T> = (row: Row, take: Take) => T;

/** What families see of a row: nothing while no language is published, and a stand-in while the row cannot be shown. */
export async function shown<T>(reading: Reading, collection: string, row: Row, parse: Parse<T>): Promise<T | undefined> {
  if (publishedLocales(row._status).length === 0) return undefined;
  try {
    return parse(row, 'published');
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    const standIn = await standInFor(reading.payload, collection, row, parse);
    reading.problems.push({ collection, id: String(row.id), message: error.message, messageInSpanish: error.in('es'), standIn: standIn !== undefined });
    return standIn;
  }
}

/** The newest older version that can be shown. */
async function standInFor<T>(payload: Payload, collection: string, row: Row, parse: Parse<T>): Promise<T | undefined> {
  for await (const older of olderVersions(payload, collection, row, parse)) return older;
  return undefined;
}

/**
 * Older versions that can be shown, the newest first, in the languages that are published now and were then. A version in which a language was a draft
 * that the row does not have as a draft is an editor's unfinished save: what its languages share may be unfinished too. Each stands at the present address:
 * the former one may be another document's by now.
 */
export async function* olderVersions<T>(payload: Payload, collection: string, row: Row, parse: Parse<T>): AsyncGenerator<T> {
  const now = publishedLocales(row._status);
  const drafts = draftLocales(row._status);
  const { docs } = await payload.findVersions({
    collection: collection as CollectionSlug,
    where: { parent: { equals: row.id } },
    sort: '-updatedAt',
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    limit: 50,
    overrideAccess: true,
  });
  for (const { version } of docs as unknown as { version: Row }[]) {
    const take = publishedLocales(version._status).filter((locale) => now.includes(locale));
    if (take.length === 0 || draftLocales(version._status).some((locale) => !drafts.includes(locale))) continue;
    try {
      yield parse({ ...version, id: row.id, slug: row.slug ?? version.slug, code: row.code, publishedAt: row.publishedAt, updatedAt: row.updatedAt }, take);
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
    }
  }
}

function draftLocales(status: unknown): string[] {
  return Object.entries(status ?? {}).flatMap(([locale, state]) => (state === 'draft' ? [locale] : []));
}

/** Rows that either can be read or are reported. */
export function parsed<T>(reading: Reading, collection: string, rows: readonly Row[], parse: (fields: Fields) => T): T[] {
  return rows.flatMap((row) => {
    try {
      return [parse(new Fields(row))];
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
      reading.problems.push({ collection, id: String(row.id), message: error.message, messageInSpanish: error.in('es'), standIn: false });
      return [];
    }
  });
}

/** A global either can be read or is reported, and then stays as it was. */
export async function attempted<T extends object>(reading: Reading, global: string, read: () => Promise<T>): Promise<T | Record<string, never>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    reading.problems.push({ collection: global, id: '', message: error.message, messageInSpanish: error.in('es'), standIn: true });
    return {};
  }
}
