import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload';
import { locales } from '../library/locales.ts';

/**
 * Lets an old version come back as a draft on MongoDB: Payload then gives the version one status for all languages, where the database keeps one for each
 * and answers 500.
 */
export function statusByLocale<T extends BaseDatabaseAdapter>(adapter: DatabaseAdapterObj<T>): DatabaseAdapterObj<T> {
  return {
    ...adapter,
    init(args) {
      const database = adapter.init(args);
      const createVersion: BaseDatabaseAdapter['createVersion'] = database.createVersion.bind(database);
      database.createVersion = ({ versionData, ...rest }) => createVersion({ ...rest, versionData: inEach(versionData) });
      return database;
    },
  };
}

function inEach<T>(data: T): T {
  const status = (data as { _status?: unknown })._status;
  return typeof status === 'string' ? { ...data, _status: Object.fromEntries(locales.map((locale) => [locale, status])) } : data;
}
