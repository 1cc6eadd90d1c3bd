import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Redirects } from './addressBook.ts';
import type { Query } from './answers.ts';

/** What the press knows of a file that it wrote. */
export interface RecordedFile {
  /** SHA-256 of its bytes, in hex. */
  hash: string;
  /** The hash of all that it was made of: its template and page, and the answers to what it asked. */
  inputs: string;
  asked: readonly Query[];
}

/** The press's own memory beside the output: the publisher writes it, the static server reads it. Each call is one transaction. */
export interface PressRecord {
  files(): Map<string, RecordedFile>;
  /** Says what stands now, and what no longer does. */
  note(printed: ReadonlyMap<string, RecordedFile>, removed: Iterable<string>): void;
  /** Before the first file is taken away: these addresses answer 'gone' from now on. */
  withdraw(gone: Iterable<string>): void;
  /** When a round's files stand: where every other address leads. */
  lead(redirects: Redirects, contentSecurityPolicy: string): void;
  /** Reads where addresses lead, in case others changed it: those that lead otherwise than `redirects` says. `lead` puts them right. */
  astray(redirects: Redirects): string[];
  /** Former hashed assets → the instant at which they were no longer part of the site. */
  formerAssets(): Map<string, string>;
  keepFormerAssets(assets: ReadonlyMap<string, string>): void;
  close(): void;
}

/** Another number starts the record anew: what stands is then found out from the files. */
const schemaVersion = 2;

const schema = `
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE files (path TEXT PRIMARY KEY, hash TEXT NOT NULL, inputs TEXT NOT NULL, asked TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE queries (id INTEGER PRIMARY KEY, query TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE redirects (path TEXT PRIMARY KEY, target TEXT NOT NULL, status INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE gone (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE formerAssets (path TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${schemaVersion};
`;

/** Opens the record, or makes a new one. `file` may be `:memory:`, for an output that no server of ours reads. */
export function openRecord(file: string): PressRecord {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: 5_000 });
  // A power cut may take the newest transactions along, never half of one: whoever starts then compares every file with its hash.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const together = (work: () => void) => {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  startAnew(db, together);

  db.exec('DELETE FROM queries WHERE id NOT IN (SELECT value FROM files, json_each(asked))');
  const queryIds = new Map(all<{ id: number; query: string }>(db, 'SELECT id, query FROM queries ORDER BY id').map(({ id, query }) => [query, id]));
  let lastId = [...queryIds.values()].at(-1) ?? 0;
  const insertQuery = db.prepare('INSERT INTO queries (id, query) VALUES (?, ?)');
  const idOf = (query: Query) => {
    const known = queryIds.get(query);
    if (known !== undefined) return known;
    lastId += 1;
    const id = lastId;
    queryIds.set(query, id);
    insertQuery.run(id, query);
    return id;
  };
  const upsertFile = db.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)');
  const deleteFile = db.prepare('DELETE FROM files WHERE path = ?');
  const addresses = addressTables(db);

  return {
    files() {
      const queries = new Map([...queryIds].map(([query, id]) => [id, query]));
      return new Map(
        all<{ path: string; hash: string; inputs: string; asked: string }>(db, 'SELECT * FROM files').map(({ path, hash, inputs, asked }) => [
          path,
          { hash, inputs, asked: (JSON.parse(asked) as number[]).map((id) => queries.get(id) ?? '') },
        ]),
      );
    },
    note: (printed, removed) =>
      together(() => {
        for (const [path, { hash, inputs, asked }] of printed) upsertFile.run(path, hash, inputs, JSON.stringify(asked.map(idOf)));
        for (const path of removed) deleteFile.run(path);
      }),
    withdraw: (gone) => together(() => addresses.withdraw(gone)),
    lead: (redirects, contentSecurityPolicy) =>
      together(() => {
        addresses.lead(redirects);
        db.prepare("INSERT OR REPLACE INTO facts VALUES ('contentSecurityPolicy', ?)").run(contentSecurityPolicy);
      }),
    astray: (redirects) => addresses.astray(redirects),
    formerAssets: () => new Map(all<{ path: string; since: string }>(db, 'SELECT path, since FROM formerAssets').map(({ path, since }) => [path, since])),
    keepFormerAssets: (assets) =>
      together(() => {
        db.exec('DELETE FROM formerAssets');
        const insert = db.prepare('INSERT INTO formerAssets VALUES (?, ?)');
        for (const [path, since] of assets) insert.run(path, since);
      }),
    close: () => db.close(),
  };
}

function startAnew(db: DatabaseSync, together: (work: () => void) => void): void {
  const [{ user_version: version } = { user_version: 0 }] = all<{ user_version: number }>(db, 'PRAGMA user_version');
  if (version === schemaVersion) return;
  const tables = all<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  together(() => {
    for (const { name } of tables) db.exec(`DROP TABLE "${name}"`);
    db.exec(schema);
  });
}

type Leads = ReadonlyMap<string, string>;

/** The addresses at which no page stands, as rows; only the rows that differ are written, and what is still the same object is not looked through. */
function addressTables(db: DatabaseSync) {
  let moved: Leads = new Map();
  let short: Leads = new Map();
  let gone = new Set<string>();
  /** Those that `gone` was made equal to. */
  let withdrawn: Iterable<string> | undefined;
  const read = () => {
    const rows = all<{ path: string; target: string; status: number }>(db, 'SELECT * FROM redirects');
    const recorded = (wanted: number) => new Map(rows.flatMap(({ path, target, status }) => (status === wanted ? [[path, target]] : [])));
    moved = recorded(301);
    short = recorded(302);
    gone = new Set(all<{ path: string }>(db, 'SELECT path FROM gone').map(({ path }) => path));
    withdrawn = undefined;
  };
  read();
  const setRedirect = db.prepare('INSERT OR REPLACE INTO redirects VALUES (?, ?, ?)');
  const dropRedirect = db.prepare('DELETE FROM redirects WHERE path = ?');
  const setGone = db.prepare('INSERT OR IGNORE INTO gone VALUES (?)');
  const dropGone = db.prepare('DELETE FROM gone WHERE path = ?');

  const change = (before: Leads, after: Leads, status: number) => {
    if (before === after) return;
    for (const path of before.keys()) if (!after.has(path)) dropRedirect.run(path);
    for (const [path, target] of after) if (before.get(path) !== target) setRedirect.run(path, target, status);
  };
  const withdraw = (paths: Iterable<string>) => {
    if (paths === withdrawn) return;
    withdrawn = undefined;
    for (const path of paths) {
      if (gone.has(path)) continue;
      setGone.run(path);
      gone.add(path);
    }
  };
  return {
    withdraw,
    astray(next: Redirects): string[] {
      read();
      return [
        ...differing(moved, next.moved),
        ...differing(short, next.short),
        ...[...gone].filter((path) => !next.gone.has(path)),
        ...[...next.gone].filter((path) => !gone.has(path)),
      ];
    },
    lead(next: Redirects) {
      change(moved, next.moved, 301);
      moved = next.moved;
      change(short, next.short, 302);
      short = next.short;
      if (next.gone === withdrawn) return;
      withdraw(next.gone);
      for (const path of gone) {
        if (next.gone.has(path)) continue;
        dropGone.run(path);
        gone.delete(path);
      }
      withdrawn = next.gone;
    },
  };
}

function differing(before: Leads, after: Leads): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}

function all<Row>(db: DatabaseSync, sql: string): Row[] {
  return db.prepare(sql).all() as Row[];
}

/** What the static server asks of the record, which another process writes. */
export interface RecordView {
  redirect(path: string): { target: string; status: number } | undefined;
  isGone(path: string): boolean;
  contentSecurityPolicy(): string | undefined;
  close(): void;
}

/** Opens the record for reading; none before the first round. Every answer is as of the newest finished round. */
export function openRecordView(file: string): RecordView | undefined {
  if (!existsSync(file)) return undefined;
  const db = new DatabaseSync(file, { readOnly: true, timeout: 1_000 });
  if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'formerAssets'").get()) {
    db.close();
    return undefined;
  }
  const redirect = db.prepare('SELECT target, status FROM redirects WHERE path = ?');
  const gone = db.prepare('SELECT 1 FROM gone WHERE path = ?');
  const policy = db.prepare("SELECT value FROM facts WHERE name = 'contentSecurityPolicy'");
  return {
    redirect: (path) => redirect.get(path) as { target: string; status: number } | undefined,
    isGone: (path) => gone.get(path) !== undefined,
    contentSecurityPolicy: () => (policy.get() as { value: string } | undefined)?.value,
    close: () => db.close(),
  };
}
