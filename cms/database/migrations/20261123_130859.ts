import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`schedules\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`action\` text DEFAULT 'publish' NOT NULL,
  	\`day\` text NOT NULL,
  	\`time\` text NOT NULL,
  	\`zone\` text NOT NULL,
  	\`version\` text,
  	\`state\` text DEFAULT 'waiting',
  	\`version_saved_at\` text,
  	\`at\` text,
  	\`by_id\` integer,
  	\`carried_out_at\` text,
  	\`error\` text,
  	\`prints\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_document_id_idx\` ON \`schedules\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_state_idx\` ON \`schedules\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`schedules_at_idx\` ON \`schedules\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`schedules_by_idx\` ON \`schedules\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_updated_at_idx\` ON \`schedules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`schedules_created_at_idx\` ON \`schedules\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`schedule_id\` integer REFERENCES schedules(id);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`action\` text;`)
  await db.run(sql`CREATE INDEX \`publications_schedule_idx\` ON \`publications\` (\`schedule_id\`);`)
  await db.run(sql`CREATE INDEX \`publications_action_idx\` ON \`publications\` (\`action\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`schedules\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_publications\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text,
  	\`change\` text NOT NULL,
  	\`by_id\` integer,
  	\`saved_at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`rendered_at\` text,
  	\`live_at\` text,
  	\`indexed_at\` text,
  	\`pages\` numeric,
  	\`error\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_publications\`("id", "document_collection", "document_id", "change", "by_id", "saved_at", "state", "rendered_at", "live_at", "indexed_at", "pages", "error", "updated_at", "created_at") SELECT "id", "document_collection", "document_id", "change", "by_id", "saved_at", "state", "rendered_at", "live_at", "indexed_at", "pages", "error", "updated_at", "created_at" FROM \`publications\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`ALTER TABLE \`__new_publications\` RENAME TO \`publications\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`publications_document_id_idx\` ON \`publications\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`publications_by_idx\` ON \`publications\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`publications_saved_at_idx\` ON \`publications\` (\`saved_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_state_idx\` ON \`publications\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`publications_updated_at_idx\` ON \`publications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_created_at_idx\` ON \`publications\` (\`created_at\`);`)
}
