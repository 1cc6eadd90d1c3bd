import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Asked } from './recordingReader.ts';
import type { Redirects } from './redirects.ts';

/** What the press knows of a finished round. */
interface Round {
  buildId: string;
  contentSecurityPolicy: string;
  /** Site path → SHA-256 of the file. */
  files: ReadonlyMap<string, string>;
  /** Page → what it asked of the library. */
  asked: ReadonlyMap<string, readonly Asked[]>;
  redirects: Redirects;
}

/** The press's own memory beside the output: the publisher writes it, the static server reads it. */
export interface PressRecord {
  /** Before the first file of a round is touched: what is to stand, and what answers 'gone' from now on. */
  begin(intended: Iterable<string>, gone: Iterable<string>): void;
  finish(round: Round): void;
  /** Former hashed assets → the instant at which they were no longer part of the site. */
  formerAssets(): Map<string, string>;
  keepFormerAssets(assets: ReadonlyMap<string, string>): void;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS asked (page TEXT PRIMARY KEY, queries TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS answers (query TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS redirects (path TEXT PRIMARY KEY, target TEXT NOT NULL, status INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS gone (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS formerAssets (path TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

export function openRecord(file: string): PressRecord {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${schema}`);
  const replace = (table: string, columns: number, rows: Iterable<readonly (string | number)[]>) => {
    db.exec(`DELETE FROM ${table}`);
    const insert = db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
    for (const row of rows) insert.run(...row);
  };
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
  return {
    begin: (intended, gone) =>
      together(() => {
        const insert = db.prepare("INSERT INTO files VALUES (?, '') ON CONFLICT (path) DO NOTHING");
        for (const path of intended) insert.run(path);
        replace(
          'gone',
          1,
          rows(gone, (path) => [path]),
        );
      }),
    finish: ({ buildId, contentSecurityPolicy, files, asked, redirects }) =>
      together(() => {
        replace('facts', 2, [
          ['buildId', buildId],
          ['contentSecurityPolicy', contentSecurityPolicy],
        ]);
        replace('files', 2, files);
        replace(
          'asked',
          2,
          rows(asked, ([page, questions]) => [page, JSON.stringify(questions.map(({ query }) => query))]),
        );
        replace('answers', 2, answersOf(asked));
        replace('redirects', 3, redirectRows(redirects));
        replace(
          'gone',
          1,
          rows(redirects.gone, (path) => [path]),
        );
      }),
    formerAssets: () =>
      new Map((db.prepare('SELECT path, since FROM formerAssets').all() as { path: string; since: string }[]).map(({ path, since }) => [path, since])),
    keepFormerAssets: (assets) => together(() => replace('formerAssets', 2, assets)),
    close: () => db.close(),
  };
}

function* rows<T, R>(items: Iterable<T>, row: (item: T) => R): Generator<R> {
  for (const item of items) yield row(item);
}

function answersOf(asked: Round['asked']): Map<string, string> {
  const answers = new Map<string, string>();
  for (const questions of asked.values()) for (const { query, hash } of questions) answers.set(query, hash);
  return answers;
}

function* redirectRows({ moved, short }: Redirects): Generator<[string, string, number]> {
  for (const [path, target] of moved) yield [path, target, 301];
  for (const [path, target] of short) yield [path, target, 302];
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
