import type { CollectionSlug, Payload, PayloadRequest } from 'payload';
import { hashOf } from '../cms/library/contentHash.ts';
import { locales } from '../cms/library/locales.ts';
import { paths } from '../cms/library/paths.ts';
import type { PublicCollection } from '../cms/library/sections.ts';
import { inTransaction } from './inTransaction.ts';
import { publishedRow } from './publishedRow.ts';
import type { SeedDocument } from './readSeed.ts';
import { readStanding, type Standing } from './standing.ts';
import type { Key, Tree } from './tree.ts';

const atOnce = 100;

/**
 * Puts made-up documents into the database, published in both languages, with the version and the addresses that a save leaves. It writes rows through
 * the database adapter, several times faster than saves are: nobody typed these documents, so the CMS need not check them. No publication is queued:
 * a running publisher finds them as it finds changes that lost theirs, and the next start prints them. What is there already stays.
 */
export async function insertScaled(
  payload: Payload,
  documents: readonly SeedDocument[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ created: number; unchanged: number }> {
  const standing = await readStanding(payload, documents);
  const missing = documents.filter(({ key }) => !standing.has(key));
  for (let start = 0; start < missing.length; start += atOnce) {
    await inTransaction(payload, async (req) => {
      for (const document of missing.slice(start, start + atOnce)) await insert(req, document, standing);
    });
    onProgress(Math.min(start + atOnce, missing.length), missing.length);
  }
  return { created: missing.length, unchanged: documents.length - missing.length };
}

async function insert(req: PayloadRequest, document: SeedDocument, standing: Map<Key, Standing>): Promise<void> {
  const { db } = req.payload;
  const collection = document.collection as CollectionSlug;
  const at = new Date().toISOString();
  const idOf = (key: Key): Tree => {
    const named = standing.get(key);
    if (!named) throw new Error(`${document.key} names ${key}, which is not in the database.`);
    return named.id;
  };
  // As the seed hashes a document that names no file.
  const hash = hashOf([document.data, []]);
  const row = { ...publishedRow(document, idOf, at), seedKey: document.key, seedHash: hash };
  // A copy: the adapter changes what it is given.
  const { id } = (await db.create({ collection, data: structuredClone(row), select: { id: true }, req })) as { id: Standing['id'] };
  standing.set(document.key, { id, hash });
  await insertAddresses(req, document, id, row, at);
  await db.createVersion({
    collectionSlug: collection,
    parent: id,
    versionData: row as never,
    autosave: false,
    createdAt: at,
    updatedAt: at,
    returning: false,
    req,
  });
}

async function insertAddresses(
  req: PayloadRequest,
  { collection }: SeedDocument,
  id: Standing['id'],
  row: { [field: string]: Tree },
  at: string,
): Promise<void> {
  const slugs = row.slug as Record<string, string>;
  for (const locale of locales) {
    const path = paths.document(locale, collection as PublicCollection, slugs[locale] ?? '');
    const data = { locale, path, documentCollection: collection, documentId: String(id), code: row.code, state: 'live', createdAt: at, updatedAt: at };
    await req.payload.db.create({ collection: 'addresses', data, returning: false, req });
  }
}
