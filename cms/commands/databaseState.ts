import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MongoClient } from 'mongodb';
import type { Env } from '../env.ts';
import { root } from './settings.ts';
import { Stopped } from './stopped.ts';

/** `new`: nobody can sign in yet; `behind`: it lacks a migration; `ready`: nothing needs to be done. */
export type DatabaseState = 'new' | 'behind' | 'ready';

/** What a start has to do to the database, found without loading the CMS. Throws one sentence where a MongoDB server does not answer. */
export async function databaseState(env: Env): Promise<DatabaseState> {
  return env.databaseUrl.startsWith('file:') ? stateOfFile(env.databaseUrl.slice('file:'.length)) : stateOfMongo(env.databaseUrl);
}

async function stateOfFile(file: string): Promise<DatabaseState> {
  if (!existsSync(file)) return 'new';
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = new Set(
      database
        .prepare("select name from sqlite_master where type = 'table'")
        .all()
        .map((row) => row.name),
    );
    if (!tables.has('staff') || !tables.has('payload_migrations')) return 'new';
    if (!database.prepare('select 1 from staff limit 1').get()) return 'new';
    const applied = new Set(
      database
        .prepare('select name from payload_migrations')
        .all()
        .map((row) => row.name),
    );
    return (await migrations()).every((name) => applied.has(name)) ? 'ready' : 'behind';
  } finally {
    database.close();
  }
}

async function stateOfMongo(url: string): Promise<DatabaseState> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 });
  try {
    await client.connect();
    return (await client
      .db()
      .collection('staff')
      .findOne({}, { projection: { _id: 1 } }))
      ? 'ready'
      : 'new';
  } catch (error) {
    throw new Stopped(`The database at ${new URL(url).host} does not answer (${(error as Error).message}): start it or change DATABASE_URL.`);
  } finally {
    await client.close();
  }
}

async function migrations(): Promise<string[]> {
  const folder = join(root, 'cms/database/migrations');
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.filter((name) => /^\d{8}_\d{6}.*\.ts$/.test(name)).map((name) => name.replace(/\.ts$/, ''));
}
