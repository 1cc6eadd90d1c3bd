import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import type { Env } from '../env.ts';
import { atomicWrites } from './atomicWrites.ts';
import { indexLocaleParents } from './indexLocaleParents.ts';
import { migrations } from './migrations/index.ts';
import { statusByLocale } from './statusByLocale.ts';

const migrationDir = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/** SQLite in the data folder, or MongoDB where `DATABASE_URL` names one. */
export function connect(env: Pick<Env, 'databaseUrl' | 'MONGODB_PROTOCOL_ONLY'>) {
  if (env.databaseUrl.startsWith('file:')) {
    return atomicWrites(
      sqliteAdapter({
        client: { url: env.databaseUrl },
        push: false,
        // Addresses, reviews and receipts outlive their document: its id must never name another one.
        autoIncrement: true,
        migrationDir,
        prodMigrations: migrations,
        transactionOptions: {},
        wal: true,
        // A wait inside libsql would block the event loop that the other transaction needs: atomicWrites waits instead.
        busyTimeout: 0,
        beforeSchemaInit: [indexLocaleParents],
      }),
    );
  }
  return statusByLocale(
    mongooseAdapter({
      url: env.databaseUrl,
      // Without them a second document with the same slug slips in before the index is built.
      ensureIndexes: true,
      ...(env.MONGODB_PROTOCOL_ONLY
        ? { useJoinAggregations: false, usePipelineInSortLookup: false, transactionOptions: false as const, disableIndexHints: true }
        : {}),
    }),
  );
}
