import type { PayloadRequest, Where } from 'payload';
import { roleOf } from '../../access/roles.ts';
import type { ScheduledCollection } from '../../collections/scheduled.ts';
import { languageOf, type Said } from '../../fields/said.ts';
import { type Locale, locales } from '../../library/locales.ts';
import type { Schedule } from '../../payload-types.ts';
import { orderOf } from '../../publishing/schedules/carryOut.ts';
import { NotPossible, textToPutOut } from '../../publishing/schedules/order.ts';
import { isPossibleId, mainRow, versionOf, type Within } from '../../publishing/schedules/texts.ts';
import type { Plan, Planning } from './planning.ts';

/** How long a plan that was not carried out stays beside its document, in ms. */
export const failedFor = 14 * 24 * 3_600_000;

/** What of a document is planned, and what can be, for whoever may read it. Nothing if there is no such document. */
export async function readPlanning(req: PayloadRequest, collection: ScheduledCollection, id: string): Promise<Planning | undefined> {
  const { payload } = req;
  const within: Within = () => ({});
  const inEach = <T>(read: (document: { collection: ScheduledCollection; id: string; locale: Locale }) => Promise<T>) =>
    Promise.all(locales.map(async (locale) => [locale, await read({ collection, id, locale })] as const));
  if (!isPossibleId(payload, id)) return undefined;
  const main = await inEach((document) => mainRow(payload, document, within));
  const newest = await inEach((document) => versionOf(payload, document, within));
  const version = newest[0]?.[1];
  if (!version || !main[0]?.[1] || main[0][1].deletedAt) return undefined;
  const title = payload.collections[collection].config.admin.useAsTitle ?? 'id';
  const where = (test: (row: Record<string, unknown> | undefined) => boolean) => newest.filter(([, row]) => test(row?.version)).map(([locale]) => locale);
  return {
    mayPlan: ['admin', 'editor'].includes(roleOf(req) ?? ''),
    zone: await programZone(req),
    live: main.filter(([, row]) => row?._status === 'published').map(([locale]) => locale),
    version: {
      id: String(version.id),
      savedAt: version.updatedAt,
      texts: where((row) => Boolean(row?.[title])),
      drafts: where((row) => row?._status !== 'published'),
    },
    plans: await readPlans(req, collection, id, within),
  };
}

async function readPlans(req: PayloadRequest, collection: ScheduledCollection, id: string, within: Within): Promise<Plan[]> {
  const { payload, user } = req;
  const lately: Where = { state: { equals: 'failed' }, carriedOutAt: { greater_than: new Date(Date.now() - failedFor).toISOString() } };
  const { docs } = await payload.find({
    collection: 'schedules',
    where: { documentCollection: { equals: collection }, documentId: { equals: id }, or: [{ state: { equals: 'waiting' } }, lately] },
    sort: ['at', 'id'],
    limit: 50,
    pagination: false,
    depth: 0,
    user,
    overrideAccess: false,
  });
  const names = await namesOf(
    req,
    docs.flatMap(({ by }) => (by ? [by as number] : [])),
  );
  return Promise.all(
    docs.map(async (row) => {
      const problem = row.state === 'failed' ? (row.error as Said | null)?.[languageOf(req)] : await obstacle(req, row, within);
      const by = names.get(String(row.by));
      return {
        id: String(row.id),
        state: row.state === 'failed' ? ('failed' as const) : ('waiting' as const),
        locale: row.locale,
        action: row.action,
        at: String(row.at),
        zone: row.zone,
        ...(row.versionSavedAt && { versionSavedAt: row.versionSavedAt }),
        ...(by && { by }),
        ...(problem && { problem }),
      };
    }),
  );
}

/** Why a plan would not be carried out as things stand now. */
async function obstacle(req: PayloadRequest, row: Schedule, within: Within): Promise<string | undefined> {
  try {
    await textToPutOut(req.payload, orderOf(row), within);
    return undefined;
  } catch (error) {
    if (error instanceof NotPossible) return error.why[languageOf(req)];
    throw error;
  }
}

/** Colleagues may know who planned something, and nothing else of an account. */
async function namesOf({ payload }: PayloadRequest, ids: number[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'staff',
    where: { id: { in: ids } },
    select: { name: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return new Map(docs.map(({ id, name }) => [String(id), name]));
}

async function programZone({ payload }: PayloadRequest): Promise<string> {
  const { zone } = (await payload.findGlobal({ slug: 'program', depth: 0, overrideAccess: true })) as { zone?: string | null };
  return zone || 'America/New_York';
}
