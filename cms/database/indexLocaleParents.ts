import type { SQLiteSchemaHook } from '@payloadcms/db-sqlite';

/**
 * Payload looks localized rows up by their parent, but indexes them by (locale, parent): every read scans the table. This adds the index that is missing.
 */
export const indexLocaleParents: SQLiteSchemaHook = ({ adapter, schema }) => {
  for (const [name, table] of Object.entries(adapter.rawTables)) {
    if (!name.endsWith('_locales') || !table.columns['_parentID']) continue;
    table.indexes ??= {};
    table.indexes['_parentIdIdx'] = { name: `${name}_parent_id_idx`, on: '_parentID' };
  }
  return schema;
};
