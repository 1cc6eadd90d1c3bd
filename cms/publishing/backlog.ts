import type { Payload, Where } from 'payload';

/** How long a change may wait before the publisher, or a place that it brings the site to, counts as behind, in milliseconds. */
const longestWait = 30_000;

/** What of the publications is not as it should be. */
export interface Backlog {
  /** Changes that wait for the publisher for too long, and planned ones whose time has come. */
  waiting: number;
  /** Changes that stand in our folder and wait for another target for too long. */
  pushing: number;
  /** Changes that failed and that nothing newer has mended. */
  failed: number;
}

export async function backlog(payload: Payload): Promise<Backlog> {
  const before = new Date(Date.now() - longestWait).toISOString();
  const late = async (state: string) =>
    (await payload.count({ collection: 'publications', where: { state: { equals: state }, savedAt: { less_than: before } }, overrideAccess: true })).totalDocs;
  const overdue = await payload.count({ collection: 'schedules', where: { state: { equals: 'waiting' }, at: { less_than: before } }, overrideAccess: true });
  return { waiting: (await late('waiting')) + overdue.totalDocs, pushing: await late('pushing'), failed: (await openFailures(payload)).size };
}

/** The ids of publications that failed and after which the same document was not published again. */
export async function openFailures(payload: Payload): Promise<Set<number | string>> {
  const find = async (where: Where, limit: number) =>
    (await payload.find({ collection: 'publications', where, sort: '-savedAt', limit, pagination: false, depth: 0, overrideAccess: true })).docs;
  const failures = await find({ state: { equals: 'failed' } }, 200);
  if (failures.length === 0) return new Set();
  const documents = [...new Set(failures.map(({ documentId }) => documentId ?? ''))];
  const since = await find({ documentId: { in: documents } }, 1_000);
  return new Set(newestOfEach([...failures, ...since]).flatMap(({ id, state }) => (state === 'failed' ? [id] : [])));
}

/** Of each document, its newest publication, the newest first. Rows are publications, typed or as the dashboard reads them. */
export function newestOfEach<Row extends object>(rows: readonly Row[]): Row[] {
  const fact = (row: Row, name: 'savedAt' | 'documentCollection' | 'documentId') => String((row as Record<string, unknown>)[name] ?? '');
  const newest = new Map<string, Row>();
  for (const row of [...rows].sort((a, b) => (fact(a, 'savedAt') < fact(b, 'savedAt') ? 1 : -1))) {
    const document = `${fact(row, 'documentCollection')}/${fact(row, 'documentId')}`;
    if (!newest.has(document)) newest.set(document, row);
  }
  return [...newest.values()];
}
