import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { publicCollections } from '../../cms/library/sections.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

interface Statement {
  sql: string;
  args: unknown[];
}
interface Client {
  execute(statement: Statement): Promise<{ rows: { detail: string }[] }>;
}

let cms: TestCms;
let client: Client;
beforeAll(async () => {
  cms = await openTestCms(databases()[0]!);
  client = (cms.payload.db as unknown as { client: Client }).client;
});
afterAll(() => cms.close());

/** The tables that SQLite reads from end to end for what `action` asks. */
async function scansOf(action: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(client, 'execute');
  await action();
  const asked = spy.mock.calls.map(([statement]) => statement);
  spy.mockRestore();
  expect(asked.length).toBeGreaterThan(0);
  const plans = await Promise.all(asked.map(({ sql, args }) => client.execute({ sql: `explain query plan ${sql}`, args })));
  return plans.flatMap(({ rows }) => {
    const details = rows.map((row) => row.detail);
    // What a plan computes by itself it may read whole; only tables count.
    const computed = new Set(details.map((detail) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)$/.exec(detail)?.[1]));
    return details.filter(
      (detail) =>
        detail.startsWith('SCAN ') && !/USING (COVERING )?INDEX|CONSTANT ROW|VIRTUAL TABLE/.test(detail) && !computed.has(detail.slice('SCAN '.length)),
    );
  });
}

test.each([...publicCollections, 'media' as const])('one of %s is read, in all languages, without reading a table from end to end', async (collection) => {
  const { id } = await cms.payload.create({ collection, draft: true, data: {} as never });
  expect(await scansOf(() => cms.payload.findByID({ collection, id, locale: 'all', depth: 0 }))).toEqual([]);
  expect(await scansOf(() => cms.payload.findByID({ collection, id, locale: 'all', depth: 0, draft: true }))).toEqual([]);
});

test.each([
  ['addresses by path', () => cms.payload.find({ collection: 'addresses', where: { path: { equals: '/en/' } }, pagination: false })],
  ['addresses by code', () => cms.payload.find({ collection: 'addresses', where: { code: { equals: 'bcdfgh' } }, pagination: false })],
  [
    'addresses of a document',
    () => cms.payload.find({ collection: 'addresses', where: { documentCollection: { equals: 'topics' }, documentId: { equals: '1' } }, pagination: false }),
  ],
  ['waiting publications', () => cms.payload.find({ collection: 'publications', where: { state: { equals: 'waiting' } }, pagination: false })],
])('%s are found by an index', async (_, action) => {
  expect(await scansOf(action)).toEqual([]);
});
