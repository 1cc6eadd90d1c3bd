import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const port = (preset: number) =>
  z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more').max(65_535, 'must be 65535 or less').default(preset);
const origin = z.url({ protocol: /^https?$/, error: 'must be an address such as https://families.example.org' }).transform((url) => url.replace(/\/+$/, ''));
const empty = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());

/** A bucket is described by all of these or by none. */
const bucketSettings = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const schema = z
  .object({
    NODE_ENV: z.string().default('development'),
    PORT: z.preprocess(empty, port(4321)),
    CMS_PORT: z.preprocess(empty, port(3000)),
    DATA_DIR: z.preprocess(empty, z.string().default('.data')),
    DATABASE_URL: optional(z.string().regex(/^mongodb(\+srv)?:\/\/|^file:/, 'must start with mongodb://, mongodb+srv:// or file:')),
    PAYLOAD_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
    STAFF_EMAIL: optional(z.email('must be an e-mail address')),
    STAFF_PASSWORD: optional(z.string().min(12, 'must have at least 12 characters')),
    SITE_URL: optional(origin),
    CMS_URL: optional(origin),
    PREVIEW_URL: optional(z.url({ protocol: /^http$/, error: 'must be an address inside your network such as http://publisher.internal:4322' })),
    LEAVE_URL: z.preprocess(empty, z.url({ protocol: /^https$/, error: 'must be an https:// address' }).default('https://weather.gov')),
    ALGOLIA_APP_ID: optional(z.string().regex(/^\w+$/, 'must be the Application ID that the dashboard of Algolia shows, letters and digits only')),
    ALGOLIA_SEARCH_KEY: optional(z.string()),
    ALGOLIA_WRITE_KEY: optional(z.string()),
    ALGOLIA_AS_YOU_TYPE: z.preprocess(empty, z.enum(['yes', 'no'], 'must be yes or no').default('no')),
    ALGOLIA_HOST: optional(z.url()),
    S3_BUCKET: optional(z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, such as families-site')),
    S3_REGION: optional(z.string()),
    S3_ENDPOINT: optional(origin),
    S3_PREFIX: optional(
      z
        .string()
        .regex(/^[\w./-]*$/, 'may have letters, digits, dots, dashes and slashes')
        .transform((prefix) => prefix.replace(/^\/+|\/+$/g, '')),
    ),
    S3_ACCESS_KEY_ID: optional(z.string()),
    S3_SECRET_ACCESS_KEY: optional(z.string()),
    /** Set by the tests: the MongoDB server speaks the protocol without aggregation joins and without transactions. */
    MONGODB_PROTOCOL_ONLY: optional(z.literal('1')),
  })
  .refine((env) => Boolean(env.STAFF_EMAIL) === Boolean(env.STAFF_PASSWORD), { path: ['STAFF_PASSWORD'], error: 'must be set together with STAFF_EMAIL' })
  .refine((env) => Boolean(env.ALGOLIA_APP_ID) === Boolean(env.ALGOLIA_SEARCH_KEY), {
    path: ['ALGOLIA_SEARCH_KEY'],
    error: 'must be set together with ALGOLIA_APP_ID',
  })
  .refine((env) => !env.ALGOLIA_WRITE_KEY || env.ALGOLIA_APP_ID, {
    path: ['ALGOLIA_APP_ID'],
    error: 'must be set too: the write key belongs to an application',
  })
  .refine((env) => !env.ALGOLIA_WRITE_KEY || env.ALGOLIA_WRITE_KEY !== env.ALGOLIA_SEARCH_KEY, {
    path: ['ALGOLIA_SEARCH_KEY'],
    error: 'is the same as ALGOLIA_WRITE_KEY: every family would receive a key that can change the index. Use the Search-Only API Key',
  })
  .superRefine((env, context) => {
    const missing = bucketSettings.filter((name) => !env[name]);
    const isAsked = missing.length < bucketSettings.length || env.S3_ENDPOINT || env.S3_PREFIX;
    if (isAsked && missing.length > 0)
      context.addIssue({ code: 'custom', path: [missing.join(', ')], message: `must be set too: a bucket needs ${bucketSettings.join(', ')}` });
  })
  .refine((env) => env.NODE_ENV !== 'production' || !env.ALGOLIA_HOST, { path: ['ALGOLIA_HOST'], error: 'is for tests only: leave it out in production' });

export type Env = ReturnType<typeof readEnv>;

/** A mistake in the settings, said once and whole: every wrong name with what it must be. */
export class SettingsError extends Error {}

/**
 * The settings, parsed once. Nothing else reads `process.env`.
 * @throws {SettingsError} naming every wrong setting.
 */
export function readEnv(source: Record<string, string | undefined> = process.env) {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new SettingsError(`These settings need a change (see the table in README.md):\n${lines.join('\n')}`);
  }
  const { DATA_DIR, SITE_URL, CMS_URL, ...rest } = parsed.data;
  const dataDir = resolve(root, DATA_DIR);
  return {
    ...rest,
    dataDir,
    SITE_URL: SITE_URL ?? `http://localhost:${rest.PORT}`,
    CMS_URL: CMS_URL ?? `http://localhost:${rest.CMS_PORT}`,
    databaseUrl: rest.DATABASE_URL ?? `file:${join(dataDir, 'alongside.db')}`,
  };
}

/** The secret that signs sessions: the operator's, or one made at first use and kept, readable by its owner only, beside the data. */
export function secretOf(env: Pick<Env, 'PAYLOAD_SECRET' | 'dataDir'>): string {
  if (env.PAYLOAD_SECRET) return env.PAYLOAD_SECRET;
  const path = join(env.dataDir, 'secret');
  if (!existsSync(path)) {
    mkdirSync(env.dataDir, { recursive: true });
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(path, 'utf8').trim();
}
