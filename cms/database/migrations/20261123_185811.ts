import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`workshops_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`workshops\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`workshops_sessions_order_idx\` ON \`workshops_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`workshops_sessions_parent_id_idx\` ON \`workshops_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`workshops_sessions_locales\` (
  	\`title\` text,
  	\`summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`workshops_sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`workshops_sessions_locales_locale_parent_id_unique\` ON \`workshops_sessions_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`workshops_sessions_locales_parent_id_idx\` ON \`workshops_sessions_locales\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`workshops_interpreted\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`workshops\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`workshops_interpreted_order_idx\` ON \`workshops_interpreted\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`workshops_interpreted_parent_idx\` ON \`workshops_interpreted\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_workshops_v_version_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_workshops_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_sessions_order_idx\` ON \`_workshops_v_version_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_sessions_parent_id_idx\` ON \`_workshops_v_version_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_workshops_v_version_sessions_locales\` (
  	\`title\` text,
  	\`summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_workshops_v_version_sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_workshops_v_version_sessions_locales_locale_parent_id_uniqu\` ON \`_workshops_v_version_sessions_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_sessions_locales_parent_id_idx\` ON \`_workshops_v_version_sessions_locales\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_workshops_v_version_interpreted\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_workshops_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_interpreted_order_idx\` ON \`_workshops_v_version_interpreted\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_interpreted_parent_idx\` ON \`_workshops_v_version_interpreted\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`calendars\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`uid\` text NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`dates_hash\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`calendars_document_id_idx\` ON \`calendars\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`calendars_updated_at_idx\` ON \`calendars\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`calendars_created_at_idx\` ON \`calendars\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`workshops_segments\` ADD \`date\` numeric;`)
  await db.run(sql`ALTER TABLE \`workshops_segments\` ADD \`count\` numeric;`)
  await db.run(sql`ALTER TABLE \`workshops_segments\` ADD \`session\` text;`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions\` ADD \`to_day\` text;`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions\` ADD \`start\` text;`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions\` ADD \`minutes\` numeric;`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions\` ADD \`place_id\` integer REFERENCES places(id);`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions\` ADD \`session\` text;`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions\` ADD \`places\` text;`)
  await db.run(sql`CREATE INDEX \`workshops_exceptions_place_idx\` ON \`workshops_exceptions\` (\`place_id\`);`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions_locales\` ADD \`note\` text;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`obeys_closures\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`when_cancelled\` text DEFAULT 'skip';`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`join_any_week\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`online_access\` text;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`dial_in\` text;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`online_page\` text;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`online_rules\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`places\` text DEFAULT 'open';`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`register_by_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`register_by_time\` text;`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`cost\` text DEFAULT 'free';`)
  await db.run(sql`ALTER TABLE \`workshops\` ADD \`archived\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`workshops_locales\` ADD \`price\` text;`)
  await db.run(sql`ALTER TABLE \`workshops_locales\` ADD \`bring\` text;`)
  await db.run(sql`ALTER TABLE \`workshops_rels\` ADD \`articles_id\` integer REFERENCES articles(id);`)
  await db.run(sql`CREATE INDEX \`workshops_rels_articles_id_idx\` ON \`workshops_rels\` (\`articles_id\`);`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_segments\` ADD \`date\` numeric;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_segments\` ADD \`count\` numeric;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_segments\` ADD \`session\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions\` ADD \`to_day\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions\` ADD \`start\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions\` ADD \`minutes\` numeric;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions\` ADD \`place_id\` integer REFERENCES places(id);`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions\` ADD \`session\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions\` ADD \`places\` text;`)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_exceptions_place_idx\` ON \`_workshops_v_version_exceptions\` (\`place_id\`);`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions_locales\` ADD \`note\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_obeys_closures\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_when_cancelled\` text DEFAULT 'skip';`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_join_any_week\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_online_access\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_dial_in\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_online_page\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_online_rules\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_places\` text DEFAULT 'open';`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_register_by_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_register_by_time\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_cost\` text DEFAULT 'free';`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` ADD \`version_archived\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_locales\` ADD \`version_price\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_locales\` ADD \`version_bring\` text;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_rels\` ADD \`articles_id\` integer REFERENCES articles(id);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_rels_articles_id_idx\` ON \`_workshops_v_rels\` (\`articles_id\`);`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`noted_by_id\` integer REFERENCES staff(id);`)
  await db.run(sql`CREATE INDEX \`faqs_noted_by_idx\` ON \`faqs\` (\`noted_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_noted_by_id\` integer REFERENCES staff(id);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_noted_by_idx\` ON \`_faqs_v\` (\`version_noted_by_id\`);`)
  await db.run(sql`ALTER TABLE \`materials_locales\` ADD \`body\` text;`)
  await db.run(sql`ALTER TABLE \`_materials_v_locales\` ADD \`version_body\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`calendars_id\` integer REFERENCES calendars(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_calendars_id_idx\` ON \`payload_locked_documents_rels\` (\`calendars_id\`);`)
  await db.run(sql`ALTER TABLE \`program\` ADD \`closures_sequence\` numeric;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`workshops_sessions\`;`)
  await db.run(sql`DROP TABLE \`workshops_sessions_locales\`;`)
  await db.run(sql`DROP TABLE \`workshops_interpreted\`;`)
  await db.run(sql`DROP TABLE \`_workshops_v_version_sessions\`;`)
  await db.run(sql`DROP TABLE \`_workshops_v_version_sessions_locales\`;`)
  await db.run(sql`DROP TABLE \`_workshops_v_version_interpreted\`;`)
  await db.run(sql`DROP TABLE \`calendars\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_workshops_exceptions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text,
  	\`status\` text DEFAULT 'cancelled',
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`workshops\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_workshops_exceptions\`("_order", "_parent_id", "id", "day", "status") SELECT "_order", "_parent_id", "id", "day", "status" FROM \`workshops_exceptions\`;`)
  await db.run(sql`DROP TABLE \`workshops_exceptions\`;`)
  await db.run(sql`ALTER TABLE \`__new_workshops_exceptions\` RENAME TO \`workshops_exceptions\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`workshops_exceptions_order_idx\` ON \`workshops_exceptions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`workshops_exceptions_parent_id_idx\` ON \`workshops_exceptions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_workshops_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` integer,
  	\`materials_id\` integer,
  	\`topics_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`workshops\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`materials_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_workshops_rels\`("id", "order", "parent_id", "path", "people_id", "materials_id", "topics_id") SELECT "id", "order", "parent_id", "path", "people_id", "materials_id", "topics_id" FROM \`workshops_rels\`;`)
  await db.run(sql`DROP TABLE \`workshops_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_workshops_rels\` RENAME TO \`workshops_rels\`;`)
  await db.run(sql`CREATE INDEX \`workshops_rels_order_idx\` ON \`workshops_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`workshops_rels_parent_idx\` ON \`workshops_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`workshops_rels_path_idx\` ON \`workshops_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`workshops_rels_people_id_idx\` ON \`workshops_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`workshops_rels_materials_id_idx\` ON \`workshops_rels\` (\`materials_id\`);`)
  await db.run(sql`CREATE INDEX \`workshops_rels_topics_id_idx\` ON \`workshops_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__workshops_v_version_exceptions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`day\` text,
  	\`status\` text DEFAULT 'cancelled',
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_workshops_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__workshops_v_version_exceptions\`("_order", "_parent_id", "id", "day", "status", "_uuid") SELECT "_order", "_parent_id", "id", "day", "status", "_uuid" FROM \`_workshops_v_version_exceptions\`;`)
  await db.run(sql`DROP TABLE \`_workshops_v_version_exceptions\`;`)
  await db.run(sql`ALTER TABLE \`__new__workshops_v_version_exceptions\` RENAME TO \`_workshops_v_version_exceptions\`;`)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_exceptions_order_idx\` ON \`_workshops_v_version_exceptions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_version_exceptions_parent_id_idx\` ON \`_workshops_v_version_exceptions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__workshops_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` integer,
  	\`materials_id\` integer,
  	\`topics_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_workshops_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`materials_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__workshops_v_rels\`("id", "order", "parent_id", "path", "people_id", "materials_id", "topics_id") SELECT "id", "order", "parent_id", "path", "people_id", "materials_id", "topics_id" FROM \`_workshops_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_workshops_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__workshops_v_rels\` RENAME TO \`_workshops_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_workshops_v_rels_order_idx\` ON \`_workshops_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_rels_parent_idx\` ON \`_workshops_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_rels_path_idx\` ON \`_workshops_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_rels_people_id_idx\` ON \`_workshops_v_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_rels_materials_id_idx\` ON \`_workshops_v_rels\` (\`materials_id\`);`)
  await db.run(sql`CREATE INDEX \`_workshops_v_rels_topics_id_idx\` ON \`_workshops_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_faqs\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`code\` text,
  	\`asked_by_family\` integer DEFAULT false,
  	\`published_at\` text,
  	\`seed_key\` text,
  	\`seed_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text
  );
  `)
  await db.run(sql`INSERT INTO \`__new_faqs\`("id", "code", "asked_by_family", "published_at", "seed_key", "seed_hash", "updated_at", "created_at", "deleted_at") SELECT "id", "code", "asked_by_family", "published_at", "seed_key", "seed_hash", "updated_at", "created_at", "deleted_at" FROM \`faqs\`;`)
  await db.run(sql`DROP TABLE \`faqs\`;`)
  await db.run(sql`ALTER TABLE \`__new_faqs\` RENAME TO \`faqs\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`faqs_code_idx\` ON \`faqs\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`faqs_seed_key_idx\` ON \`faqs\` (\`seed_key\`);`)
  await db.run(sql`CREATE INDEX \`faqs_updated_at_idx\` ON \`faqs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_created_at_idx\` ON \`faqs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_deleted_at_idx\` ON \`faqs\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__faqs_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_code\` text,
  	\`version_asked_by_family\` integer DEFAULT false,
  	\`version_published_at\` text,
  	\`version_seed_key\` text,
  	\`version_seed_hash\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__faqs_v\`("id", "parent_id", "version_code", "version_asked_by_family", "version_published_at", "version_seed_key", "version_seed_hash", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_code", "version_asked_by_family", "version_published_at", "version_seed_key", "version_seed_hash", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_faqs_v\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__faqs_v\` RENAME TO \`_faqs_v\`;`)
  await db.run(sql`CREATE INDEX \`_faqs_v_parent_idx\` ON \`_faqs_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_code_idx\` ON \`_faqs_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_seed_key_idx\` ON \`_faqs_v\` (\`version_seed_key\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_updated_at_idx\` ON \`_faqs_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_created_at_idx\` ON \`_faqs_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_deleted_at_idx\` ON \`_faqs_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_created_at_idx\` ON \`_faqs_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_updated_at_idx\` ON \`_faqs_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_snapshot_idx\` ON \`_faqs_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_published_locale_idx\` ON \`_faqs_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_latest_idx\` ON \`_faqs_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_autosave_idx\` ON \`_faqs_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` integer,
  	\`workshops_id\` integer,
  	\`faqs_id\` integer,
  	\`terms_id\` integer,
  	\`topics_id\` integer,
  	\`materials_id\` integer,
  	\`kits_id\` integer,
  	\`pages_id\` integer,
  	\`media_id\` integer,
  	\`reviews_id\` integer,
  	\`places_id\` integer,
  	\`people_id\` integer,
  	\`files_id\` integer,
  	\`addresses_id\` integer,
  	\`publications_id\` integer,
  	\`preview_links_id\` integer,
  	\`staff_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`workshops_id\`) REFERENCES \`workshops\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`materials_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`kits_id\`) REFERENCES \`kits\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`reviews_id\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`files_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`addresses_id\`) REFERENCES \`addresses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`publications_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`preview_links_id\`) REFERENCES \`preview_links\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`staff_id\`) REFERENCES \`staff\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "workshops_id", "faqs_id", "terms_id", "topics_id", "materials_id", "kits_id", "pages_id", "media_id", "reviews_id", "places_id", "people_id", "files_id", "addresses_id", "publications_id", "preview_links_id", "staff_id") SELECT "id", "order", "parent_id", "path", "articles_id", "workshops_id", "faqs_id", "terms_id", "topics_id", "materials_id", "kits_id", "pages_id", "media_id", "reviews_id", "places_id", "people_id", "files_id", "addresses_id", "publications_id", "preview_links_id", "staff_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_workshops_id_idx\` ON \`payload_locked_documents_rels\` (\`workshops_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_faqs_id_idx\` ON \`payload_locked_documents_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_terms_id_idx\` ON \`payload_locked_documents_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_materials_id_idx\` ON \`payload_locked_documents_rels\` (\`materials_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_kits_id_idx\` ON \`payload_locked_documents_rels\` (\`kits_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_reviews_id_idx\` ON \`payload_locked_documents_rels\` (\`reviews_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_places_id_idx\` ON \`payload_locked_documents_rels\` (\`places_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_people_id_idx\` ON \`payload_locked_documents_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_files_id_idx\` ON \`payload_locked_documents_rels\` (\`files_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_addresses_id_idx\` ON \`payload_locked_documents_rels\` (\`addresses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_publications_id_idx\` ON \`payload_locked_documents_rels\` (\`publications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_preview_links_id_idx\` ON \`payload_locked_documents_rels\` (\`preview_links_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_staff_id_idx\` ON \`payload_locked_documents_rels\` (\`staff_id\`);`)
  await db.run(sql`ALTER TABLE \`workshops_segments\` DROP COLUMN \`date\`;`)
  await db.run(sql`ALTER TABLE \`workshops_segments\` DROP COLUMN \`count\`;`)
  await db.run(sql`ALTER TABLE \`workshops_segments\` DROP COLUMN \`session\`;`)
  await db.run(sql`ALTER TABLE \`workshops_exceptions_locales\` DROP COLUMN \`note\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`obeys_closures\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`when_cancelled\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`join_any_week\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`online_access\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`dial_in\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`online_page\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`online_rules\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`places\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`register_by_days\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`register_by_time\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`cost\`;`)
  await db.run(sql`ALTER TABLE \`workshops\` DROP COLUMN \`archived\`;`)
  await db.run(sql`ALTER TABLE \`workshops_locales\` DROP COLUMN \`price\`;`)
  await db.run(sql`ALTER TABLE \`workshops_locales\` DROP COLUMN \`bring\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_segments\` DROP COLUMN \`date\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_segments\` DROP COLUMN \`count\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_segments\` DROP COLUMN \`session\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_version_exceptions_locales\` DROP COLUMN \`note\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_obeys_closures\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_when_cancelled\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_join_any_week\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_online_access\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_dial_in\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_online_page\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_online_rules\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_places\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_register_by_days\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_register_by_time\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_cost\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v\` DROP COLUMN \`version_archived\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_locales\` DROP COLUMN \`version_price\`;`)
  await db.run(sql`ALTER TABLE \`_workshops_v_locales\` DROP COLUMN \`version_bring\`;`)
  await db.run(sql`ALTER TABLE \`materials_locales\` DROP COLUMN \`body\`;`)
  await db.run(sql`ALTER TABLE \`_materials_v_locales\` DROP COLUMN \`version_body\`;`)
  await db.run(sql`ALTER TABLE \`program\` DROP COLUMN \`closures_sequence\`;`)
}
