import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`materials_locales\` ADD \`body\` text;`)
  await db.run(sql`ALTER TABLE \`_materials_v_locales\` ADD \`version_body\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`materials_locales\` DROP COLUMN \`body\`;`)
  await db.run(sql`ALTER TABLE \`_materials_v_locales\` DROP COLUMN \`version_body\`;`)
}
