import { type CollectionBeforeOperationHook, type FlattenedField, type GlobalBeforeOperationHook, NotFound, type PayloadRequest } from 'payload';
import { misfits, type Reference } from '../fields/misfits.ts';
import { said } from '../fields/said.ts';
import { refuse } from './refuse.ts';

const gone = said('A document chosen here does not exist any more. Choose another one.', 'Un documento elegido aquí ya no existe. Elija otro.');

/** What a request may bring to any operation, read loosely. */
type Given = { id?: unknown; duplicateFromID?: unknown; data?: unknown };

/**
 * Refuses a save, drafts too, whose values do not fit their fields. Payload checks a draft only when it is published, hands the database what it got, and
 * answers 500 when that refuses it. So it does for an id that none can be.
 */
export const checkShape: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { id, duplicateFromID, data } = args as unknown as Given;
  if (req.payloadAPI === 'REST' && [id, duplicateFromID].some((one) => one !== undefined && !isPossibleId(req, one))) throw new NotFound(req.t);
  if (operation === 'create' || operation === 'update') await check(req, collection.flattenedFields, data, { collection: collection.slug });
  return args;
};

/** The same for a global. */
export const checkGlobalShape: GlobalBeforeOperationHook = async ({ args, global, operation, req }) => {
  if (operation === 'update') await check(req, global.flattenedFields, args.data, { global: global.slug });
  return args;
};

async function check(req: PayloadRequest, fields: FlattenedField[], data: unknown, of: { collection: string } | { global: string }): Promise<void> {
  if (data === undefined) return;
  const { wrong, references } = misfits(fields, data);
  if (wrong.length > 0) refuse(req, wrong, of);
  const missing = await notThere(req, references);
  if (missing.length > 0)
    refuse(
      req,
      missing.map(({ path }) => ({ path, message: gone })),
      of,
    );
}

/** The references that lead to no document, not even one in the trash. */
async function notThere(req: PayloadRequest, references: Reference[]): Promise<Reference[]> {
  const lost: Reference[] = [];
  for (const [collection, wanted] of Map.groupBy(references, ({ relationTo }) => relationTo)) {
    const ids = wanted.map(({ id }) => id).filter((id) => isPossibleId(req, id));
    const { docs } = await req.payload.find({
      collection: collection as 'topics',
      where: { id: { in: ids } },
      select: {},
      depth: 0,
      pagination: false,
      trash: true,
      req,
    });
    const found = new Set(docs.map(({ id }) => String(id)));
    lost.push(...wanted.filter(({ id }) => !found.has(String(id))));
  }
  return lost;
}

/** Whether a document of this database could have this id. */
export function isPossibleId(req: PayloadRequest, id: unknown): boolean {
  return req.payload.db.defaultIDType === 'number' ? Number.isInteger(Number(id)) : /^[0-9a-f]{24}$/i.test(String(id));
}
