import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { onPath } from '../goServer.ts';
import { startFerret } from './ferret.ts';

export interface MongoServer {
  /** Without a database name. */
  url: string;
  close(): Promise<void>;
}

/**
 * A server that speaks MongoDB's protocol: TEST_MONGODB_URL where it is set; else a mongod of this machine; else FerretDB, built once with Go; else a
 * mongod that mongodb-memory-server downloads. Throws an error that says so where none can be had.
 */
export async function openMongo(): Promise<MongoServer> {
  const given = process.env.TEST_MONGODB_URL;
  if (given) return { url: given.replace(/\/$/, ''), close: async () => undefined };
  const mongod = onPath('mongod');
  if (mongod) return startMongod({ systemBinary: mongod });
  if (onPath('go')) return startFerret();
  try {
    return await startMongod({});
  } catch (error) {
    throw new Error('The tests on MongoDB need TEST_MONGODB_URL, mongod or Go on the PATH, or a network from which mongod can be downloaded.', {
      cause: error,
    });
  }
}

async function startMongod(binary: { systemBinary?: string }): Promise<MongoServer> {
  const server = await MongoMemoryReplSet.create({ replSet: { count: 1 }, binary });
  return { url: server.getUri().replace(/\/\?.*$/, ''), close: async () => void (await server.stop()) };
}
