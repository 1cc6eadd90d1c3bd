import { MongoClient } from 'mongodb';
import type { Payload } from 'payload';
import type { Env } from '../../env.ts';
import { backlog } from '../../publishing/backlog.ts';
import { sampleEmail } from '../staffAccount.ts';
import { auditFinding } from './audit.ts';
import { beforeLaunch, broken, type Finding, fine } from './finding.ts';

export async function databaseFindings(env: Env, payload: Payload): Promise<Finding[]> {
  return [await transactions(env), await signIns(payload), await publisher(payload), await auditFinding(payload)];
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
  const { waiting, pushing, failed } = await backlog(payload);
  if (waiting > 0)
    return broken('Publisher', `${changes(waiting)} waited for more than half a minute: is npm start running? npm run publish prints everything now.`);
  if (pushing > 0) return broken('Publisher', `${changes(pushing)} not reached the bucket for more than half a minute: the receipts in the admin say why.`);
  if (failed > 0) return beforeLaunch('Publisher', `${changes(failed)} not been published: the receipts in the admin say why.`);
  return fine('Publisher', 'nothing waits to be published.');
}

const changes = (count: number) => (count === 1 ? '1 change has' : `${count} changes have`);
