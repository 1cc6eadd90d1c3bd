export interface DatabaseKind {
  name: 'sqlite' | 'mongodb';
  /** Where a fresh database of this kind is; empty for the SQLite file in the data folder. */
  freshUrl(): string;
  /** Whether it speaks MongoDB's protocol and no more; else a run without TEST_MONGODB_URL takes a server for such a one. */
  isProtocolOnly?: boolean;
}

/** The kinds of database that a suite runs on: SQLite always, MongoDB where the run has a server (see test/support/mongo). */
export function databases(): DatabaseKind[] {
  const server = process.env.ALONGSIDE_MONGODB_URL ?? process.env.TEST_MONGODB_URL;
  const sqlite: DatabaseKind = { name: 'sqlite', freshUrl: () => '' };
  if (!server) return [sqlite];
  // A replica set is often named by its options: mongodb://one,two/?replicaSet=families
  const [hosts = '', options] = server.split('?');
  const fresh = () => `test_${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  return [sqlite, { name: 'mongodb', freshUrl: () => `${hosts.replace(/\/$/, '')}/${fresh()}${options ? `?${options}` : ''}` }];
}
