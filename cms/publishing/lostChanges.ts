import type { CollectionSlug, GlobalSlug, Payload } from 'payload';
import { publishedLocales } from '../library/parse/index.ts';
import { type RowRef, readCollections, readGlobals } from '../library/readLibrary.ts';
import { keyOf } from '../library/rowKey.ts';
import { isPublicCollection } from '../library/sections.ts';
import type { Library } from '../library/types.ts';

/** How far back each look goes, in ms: more than a save takes to commit and more than clocks differ. */
const overlap = 60_000;

type Row = { id: string | number; updatedAt?: string; _status?: unknown };

/**
 * Finds what changed without a publication. Where the database has no transactions, a process killed between a save and its publication row leaves such a
 * change behind. `look` compares what was saved lately, and how many rows there are, with what the library holds.
 */
export function lostChanges(payload: Payload) {
  const met = new Map<string, string>();
  const counts = new Map<string, number>();
  let since: number | undefined;

  async function recent(collection: string, from: string): Promise<Row[]> {
    const { docs } = await payload.find({
      collection: collection as CollectionSlug,
      where: { updatedAt: { greater_than: from } },
      select: { updatedAt: true, _status: true } as Record<string, true>,
      pagination: false,
      depth: 0,
      locale: 'all',
      fallbackLocale: false,
      draft: false,
      overrideAccess: true,
    });
    return docs as unknown as Row[];
  }

  /** Published rows that are no longer there, looked for only when the number of rows changed. */
  async function vanished(collection: string, library: Library): Promise<RowRef[]> {
    const { totalDocs } = await payload.count({ collection: collection as CollectionSlug, overrideAccess: true });
    const before = counts.get(collection);
    counts.set(collection, totalDocs);
    if (before === undefined || before === totalDocs) return [];
    const { docs } = await payload.find({
      collection: collection as CollectionSlug,
      select: { updatedAt: true } as Record<string, true>,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    });
    const standing = new Set((docs as unknown as Row[]).map((row) => String(row.id)));
    return [...(heldIn(library, collection)?.keys() ?? [])].filter((id) => !standing.has(id)).map((id) => ({ collection, id }));
  }

  return {
    async look(library: Library): Promise<RowRef[]> {
      const now = Date.now();
      const from = new Date((since ?? now) - overlap).toISOString();
      const isFirst = since === undefined;
      const lost: RowRef[] = [];
      for (const collection of readCollections) {
        for (const row of await recent(collection, from)) {
          const ref = { collection, id: String(row.id) };
          const isNew = met.get(keyOf(ref)) !== row.updatedAt;
          met.set(keyOf(ref), row.updatedAt ?? '');
          if (isNew && differs(library, ref, row, isFirst)) lost.push(ref);
        }
        lost.push(...(await vanished(collection, library)));
      }
      for (const global of readGlobals) {
        const { updatedAt } = (await payload.findGlobal({
          slug: global as GlobalSlug,
          select: { updatedAt: true } as Record<string, true>,
          depth: 0,
          overrideAccess: true,
        })) as { updatedAt?: string };
        const ref = { collection: global, id: '' };
        const former = met.get(keyOf(ref));
        met.set(keyOf(ref), updatedAt ?? '');
        if (former !== undefined && former !== updatedAt) lost.push(ref);
      }
      since = now;
      return lost;
    },
    /** Tells that these rows were read now, so that their newest change is no news. */
    async wereRead(rows: readonly RowRef[]): Promise<void> {
      for (const { collection, id } of rows) {
        if (isPublicCollection(collection) || collection === 'media') continue;
        const row = id
          ? await payload.findByID({
              collection: collection as CollectionSlug,
              id,
              select: { updatedAt: true } as Record<string, true>,
              depth: 0,
              disableErrors: true,
              overrideAccess: true,
            })
          : await payload.findGlobal({ slug: collection as GlobalSlug, depth: 0, overrideAccess: true });
        if (row && 'updatedAt' in row) met.set(keyOf({ collection, id }), String(row.updatedAt));
      }
    },
  };
}

function heldIn(library: Library, collection: string): ReadonlyMap<string, { updatedAt?: string }> | undefined {
  if (isPublicCollection(collection)) return library.documents[collection];
  return collection === 'media' ? library.media : undefined;
}

/** A document says by itself whether the library has its newest text; of other rows, the first look has to believe that it has. */
function differs(library: Library, ref: RowRef, row: Row, isFirst: boolean): boolean {
  const held = heldIn(library, ref.collection);
  if (!held) return !isFirst;
  const document = held.get(ref.id);
  return publishedLocales(row._status).length === 0 ? document !== undefined : document?.updatedAt !== row.updatedAt;
}
