import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What is known to lie in the bucket, so that a push that was interrupted goes on where it stopped, and a start need not list the bucket. */
export interface Pushed {
  /** Site path → signature of the object; empty where an attempt was begun and nobody knows how it ended. */
  signatures: ReadonlyMap<string, string>;
  /** Site path → the ETag that the bucket gave, empty where none is known. */
  etags(): Map<string, string>;
  /** Whether the bucket was looked through since this record began. */
  isListed(): boolean;
  markListed(): void;
  /** Before the first of these objects is touched: from now on nothing is known of them. */
  begin(paths: Iterable<string>): void;
  confirm(path: string, signature: string, etag: string): void;
  confirmGone(path: string): void;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS objects (path TEXT PRIMARY KEY, signature TEXT NOT NULL, etag TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Opens the record of one target. What it says of another `destination` (another bucket, another prefix) is forgotten. */
export function openPushed(file: string, destination: string): Pushed {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: 5_000 });
  // A row that a power cut takes back is an object that is sent once more; a row of `begin` may not be lost, or an object would be forgotten.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${schema}`);
  const fact = db.prepare('SELECT value FROM facts WHERE name = ?');
  const setFact = db.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?)');
  if ((fact.get('destination') as { value: string } | undefined)?.value !== destination) {
    db.exec('BEGIN IMMEDIATE; DELETE FROM objects; DELETE FROM facts;');
    setFact.run('destination', destination);
    db.exec('COMMIT');
  }
  const begun = db.prepare("INSERT INTO objects VALUES (?, '', '') ON CONFLICT (path) DO UPDATE SET signature = '', etag = ''");
  const confirmed = db.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?)');
  const removed = db.prepare('DELETE FROM objects WHERE path = ?');
  const signatures = new Map(
    (db.prepare('SELECT path, signature FROM objects').all() as { path: string; signature: string }[]).map(({ path, signature }) => [path, signature]),
  );
  return {
    signatures,
    etags: () => new Map((db.prepare('SELECT path, etag FROM objects').all() as { path: string; etag: string }[]).map(({ path, etag }) => [path, etag])),
    isListed: () => fact.get('listed') !== undefined,
    markListed: () => void setFact.run('listed', new Date().toISOString()),
    begin(paths) {
      db.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
      for (const path of paths) {
        begun.run(path);
        signatures.set(path, '');
      }
      db.exec('COMMIT; PRAGMA synchronous = NORMAL');
    },
    confirm(path, signature, etag) {
      confirmed.run(path, signature, etag);
      signatures.set(path, signature);
    },
    confirmGone(path) {
      removed.run(path);
      signatures.delete(path);
    },
    close: () => db.close(),
  };
}
