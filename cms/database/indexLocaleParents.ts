import type { SQLiteAdapter, SQLiteSchemaHook } from '@payloadcms/db-sqlite';

/**
 * Payload looks localized rows up by their parent, but indexes them by (locale, parent): every read scans the table. This adds the index that is missing.
 */
export const indexLocaleParents: SQLiteSchemaHook = (args) => {
  // Payload passes the adapter to SQLite's hooks as to the other databases', though only their types say so.
  const { adapter } = args as typeof args & { adapter: SQLiteAdapter };
  for (const [name, table] of Object.entries(adapter.rawTables)) {
    if (!name.endsWith('_locales') || !table.columns._parentID) continue;
    table.indexes ??= {};
    table.indexes._parentIdIdx = { name: `${name}_parent_id_idx`, on: '_parentID' };
  }
  return args.schema;
};
