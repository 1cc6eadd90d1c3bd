import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, handleEndpoints, type Payload, type SanitizedConfig } from 'payload';
import { vi } from 'vitest';
import type { DatabaseKind } from './databases.ts';

export interface TestCms {
  payload: Payload;
  config: SanitizedConfig;
  dataDir: string;
  /** Answers as the CMS's API does, doors included. `as` is a token from `signIn`; a plain object is sent as JSON. */
  call(
    method: string,
    path: string,
    options?: { as?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Answer; headers: Headers }>;
  /** Makes an account with this role and signs in; gives the session's token. */
  signIn(role: 'admin' | 'editor' | 'clinician'): Promise<string>;
  close(): Promise<void>;
}

/** What the API says, read loosely: each test looks at what it is about. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer differs by route, and a test asserts on it.
export type Answer = any;

export const password = 'a long enough password';

/** A CMS on a database of its own that nobody has used, with its migrations carried out. One at a time in a process. */
export async function openTestCms(kind: DatabaseKind): Promise<TestCms> {
  const dataDir = await mkdtemp(join(tmpdir(), 'alongside-cms-'));
  const url = kind.freshUrl();
  vi.stubEnv('NODE_ENV', 'production');
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('DATABASE_URL', url);
  // The server that the tests start themselves speaks the protocol without transactions.
  vi.stubEnv('MONGODB_PROTOCOL_ONLY', url && !process.env.TEST_MONGODB_URL ? '1' : '');
  vi.resetModules();
  const config = await (await import('../../cms/payload.config.ts')).default;
  const { behindDoors } = await import('../../cms/access/doors.ts');
  const payload = await getPayload({ config });
  payload.logger.level = 'silent';
  if (process.env.MONGODB_PROTOCOL_ONLY) askForWhole(payload);
  const answer = behindDoors((request: Request) => handleEndpoints({ config, request }));
  let accounts = 0;
  const cms: TestCms = {
    payload,
    config,
    dataDir,
    async call(method, path, { as, body, headers = {} } = {}) {
      // A form is sent whole, as bytes: one that is read as a stream fails in the test's own process when the answer comes before its end.
      const form = body instanceof FormData ? new Response(body) : undefined;
      const sent = form ? await form.arrayBuffer() : typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
      const type = form ? form.headers.get('content-type') : 'application/json';
      const request = new Request(`http://localhost:3000/api${path}`, {
        method,
        headers: { ...(sent !== undefined && type && { 'Content-Type': type }), ...(as && { Authorization: `JWT ${as}` }), ...headers },
        ...(sent !== undefined && { body: sent }),
      });
      const response = await answer(request, undefined);
      const text = await response.text();
      return { status: response.status, body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text, headers: response.headers };
    },
    async signIn(role) {
      const email = `${role}${++accounts}@example.org`;
      await payload.create({ collection: 'staff', data: { email, password, name: role, role } });
      const { token } = await payload.login({ collection: 'staff', data: { email, password } });
      if (!token) throw new Error(`The account ${email} could not sign in.`);
      return token;
    },
    async close() {
      if (url) await (payload.db as unknown as { connection: { dropDatabase(): Promise<void> } }).connection.dropDatabase();
      await payload.destroy();
      (globalThis as unknown as { _payload?: Map<string, unknown> })._payload?.clear();
      await rm(dataDir, { recursive: true, force: true });
      vi.unstubAllEnvs();
    },
  };
  return cms;
}

/** The small server does not return a part of a document that it changes (findAndModify with `fields`): it is asked for the whole one. */
function askForWhole({ db }: Payload): void {
  const updateOne = db.updateOne.bind(db);
  db.updateOne = ({ select: _, ...rest }) => updateOne(rest);
}
