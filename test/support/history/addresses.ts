import { DatabaseSync } from 'node:sqlite';

export type Addresses = ReadonlyMap<string, string>;

/** Where each address leads at which no page stands. */
export function addressesIn(record: string): Addresses {
  const db = new DatabaseSync(record, { readOnly: true });
  const moved = db.prepare('SELECT path, target FROM redirects').all() as { path: string; target: string }[];
  const gone = db.prepare('SELECT path FROM gone').all() as { path: string }[];
  db.close();
  return new Map([...moved.map(({ path, target }) => [path, target] as const), ...gone.map(({ path }) => [path, 'gone'] as const)].sort());
}
