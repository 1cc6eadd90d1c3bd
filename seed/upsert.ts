import type { CollectionSlug, GlobalSlug, Payload, PayloadRequest } from 'payload';
import { hashOf } from '../cms/library/contentHash.ts';
import { inTransaction } from './inTransaction.ts';
import type { SeedDocument, SeedFile, SeedLibrary } from './readSeed.ts';
import { placeholder, readStanding, type Standing } from './standing.ts';
import { collectionOf, inLanguage, type Key, keysIn, localesIn, type Tree } from './tree.ts';

/** What became of each document: `edited` ones were changed or deleted by staff and stay as they are. */
export interface SeedCounts {
  created: number;
  updated: number;
  unchanged: number;
  edited: number;
}

type Id = Standing['id'];
type Data = Record<string, unknown>;

const atOnce = 25;

interface Options {
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** The keys of what earlier runs wrote: what is no longer there was deleted by staff, and does not come back. */
  given?: ReadonlySet<string>;
}

/**
 * Writes a seed library into the database, published in every language that it has. A document whose content is as it was last written is left
 * alone, and so is one that staff changed or put in the trash. Documents are saved in transactions of a few at a time, so that a cut-off run leaves
 * whole documents and the next one goes on. Throws an error that names the document which the CMS refused.
 */
export async function upsertSeed(
  payload: Payload,
  library: SeedLibrary,
  { onProgress = () => undefined, given = new Set() }: Options = {},
): Promise<SeedCounts> {
  const counts: SeedCounts = { created: 0, updated: 0, unchanged: 0, edited: 0 };
  const standing = await readStanding(payload, library.documents);
  const deleted = library.documents.filter(({ key }) => given.has(key) && !standing.has(key));
  counts.edited += deleted.length;
  const documents = library.documents.filter((document) => !deleted.includes(document));
  const total = documents.length;
  for (let start = 0; start < total; start += atOnce) {
    await inTransaction(payload, async (req) => {
      for (const document of documents.slice(start, start + atOnce)) counts[await upsertDocument(req, document, standing, library.files)] += 1;
    });
    onProgress(Math.min(start + atOnce, total), total);
  }
  await inTransaction(payload, async (req) => {
    for (const global of library.globals) counts[await upsertGlobal(req, global, standing, library.files)] += 1;
  });
  return counts;
}

async function upsertDocument(
  req: PayloadRequest,
  document: SeedDocument,
  standing: Map<Key, Standing>,
  files: SeedLibrary['files'],
): Promise<keyof SeedCounts> {
  const hash = hashOf([document.data, filesOf(document.data, files).map((file) => file.sha256)]);
  const found = standing.get(document.key);
  if (found?.hash === hash) return 'unchanged';
  if (found && !found.hash) return 'edited';
  const collection = document.collection as CollectionSlug;
  try {
    const ids = await idsOf(req, document.data, standing, files);
    let id = found?.id;
    for (const locale of localesIn(document.data)) {
      const data = { ...(inLanguage(document.data, locale, ids) as Data), seedKey: document.key, seedHash: hash, _status: 'published' };
      const options = { collection, locale, req, depth: 0, data } as const;
      const saved = id === undefined ? await req.payload.create(options as never) : await req.payload.update({ ...options, id } as never);
      id = (saved as unknown as { id: Id }).id;
    }
    if (id !== undefined) standing.set(document.key, { id, hash });
  } catch (error) {
    throw new Error(`The CMS refused ${document.key}: ${reason(error)}`, { cause: error });
  }
  return found && found.hash !== placeholder ? 'updated' : 'created';
}

async function upsertGlobal(
  req: PayloadRequest,
  { slug, data: tree }: SeedLibrary['globals'][number],
  standing: Map<Key, Standing>,
  files: SeedLibrary['files'],
): Promise<keyof SeedCounts> {
  const hash = hashOf(tree);
  const stored = (await req.payload.findGlobal({ slug: slug as GlobalSlug, depth: 0, req, showHiddenFields: true })) as unknown as Data;
  if (stored.seedHash === hash) return 'unchanged';
  if (stored.id && !stored.seedHash) return 'edited';
  try {
    const ids = await idsOf(req, tree, standing, files);
    const languages = localesIn(tree);
    for (const locale of languages.length > 0 ? languages : (['en'] as const)) {
      const data = { ...(inLanguage(tree, locale, ids) as Data), seedHash: hash };
      await req.payload.updateGlobal({ slug: slug as GlobalSlug, locale, req, depth: 0, data: data as never });
    }
  } catch (error) {
    throw new Error(`The CMS refused ${slug}: ${reason(error)}`, { cause: error });
  }
  return stored.id ? 'updated' : 'created';
}

/** The ids of everything that a document names. What has no id yet is first created as an empty draft, or uploaded where it is a file. */
async function idsOf(req: PayloadRequest, tree: Tree, standing: Map<Key, Standing>, files: SeedLibrary['files']): Promise<(key: Key) => Tree> {
  for (const key of new Set(keysIn(tree))) {
    if (standing.has(key)) continue;
    const collection = collectionOf(key) as CollectionSlug;
    const file = collection === ('files' as CollectionSlug) ? files.get(key.slice('files/'.length)) : undefined;
    const saved = file
      ? await upload(req, file)
      : await req.payload.create({ collection, draft: true, req, depth: 0, data: { seedKey: key, seedHash: placeholder } } as never);
    standing.set(key, { id: (saved as unknown as { id: Id }).id, hash: placeholder });
  }
  return (key) => standing.get(key)?.id as Tree;
}

/** A file is stored once: the same bytes are the same upload. */
async function upload(req: PayloadRequest, file: SeedFile): Promise<unknown> {
  const collection = 'files' as CollectionSlug;
  const found = await req.payload.find({ collection, where: { sha256: { equals: file.sha256 } }, limit: 1, depth: 0, req });
  return found.docs[0] ?? req.payload.create({ collection, filePath: file.path, req, depth: 0, data: {} } as never);
}

function filesOf(tree: Tree, files: SeedLibrary['files']): SeedFile[] {
  return keysIn(tree).flatMap((key) => files.get(key.replace(/^files\//, '')) ?? []);
}

function reason(error: unknown): string {
  const details = (error as { data?: { errors?: { path?: string; message: string }[] } }).data?.errors;
  return details?.map((detail) => `${detail.path}: ${detail.message}`).join('; ') ?? (error as Error).message;
}
