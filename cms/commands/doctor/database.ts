import { MongoClient } from 'mongodb';
import type { Payload } from 'payload';
import type { Env } from '../../env.ts';
import { sampleEmail } from '../staffAccount.ts';
import { beforeLaunch, broken, type Finding, fine } from './finding.ts';

/** A publication that waits longer than this has no publisher (milliseconds). */
const longWait = 60_000;

export async function databaseFindings(env: Env, payload: Payload): Promise<Finding[]> {
  return [await transactions(env), await signIns(payload), await publisher(payload)];
}

async function transactions(env: Env): Promise<Finding> {
  if (env.databaseUrl.startsWith('file:'))
    return fine('Database', `SQLite, ${env.databaseUrl.slice('file:'.length)}; every save is one transaction. For one machine.`);
  const client = new MongoClient(env.databaseUrl, { serverSelectionTimeoutMS: 5000 });
  try {
    const hello = await client.db().command({ hello: 1 });
    const { host } = new URL(env.databaseUrl);
    if (hello.setName || hello.msg === 'isdbgrid') return fine('Database', `MongoDB at ${host}, with transactions.`);
    return beforeLaunch('Database', `MongoDB at ${host} has no transactions, so that a crash can leave half a save: run it as a replica set.`);
  } finally {
    await client.close();
  }
}

async function signIns(payload: Payload): Promise<Finding> {
  const { totalDocs: accounts } = await payload.count({ collection: 'staff' });
  if (accounts === 0) return broken('Sign-in', 'nobody can sign in: npm start makes the first account.');
  const { totalDocs: sample } = await payload.count({ collection: 'staff', where: { email: { equals: sampleEmail } } });
  if (sample > 0) return beforeLaunch('Sign-in', `the sample account ${sampleEmail} still exists: make accounts for your staff in the admin and delete it.`);
  return fine('Sign-in', `${accounts} ${accounts === 1 ? 'account' : 'accounts'}.`);
}

async function publisher(payload: Payload): Promise<Finding> {
  const since = new Date(Date.now() - longWait).toISOString();
  const { totalDocs: late } = await payload.count({ collection: 'publications', where: { state: { equals: 'waiting' }, savedAt: { less_than: since } } });
  if (late > 0) return broken('Publisher', `${changes(late)} waited for more than a minute: is npm start running? npm run publish prints everything now.`);
  const { totalDocs: failed } = await payload.count({ collection: 'publications', where: { state: { equals: 'failed' } } });
  if (failed > 0) return beforeLaunch('Publisher', `${changes(failed)} not been published: the receipts in the admin say why.`);
  return fine('Publisher', 'nothing waits to be published.');
}

const changes = (count: number) => (count === 1 ? '1 change has' : `${count} changes have`);
