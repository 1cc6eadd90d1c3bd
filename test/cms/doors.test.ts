import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, password, type TestCms } from '../support/payload.ts';

/** Every address that a collection, a global or Payload itself answers at, by the endpoints it registered. */
function routesOf({ config }: TestCms): [method: string, path: string][] {
  const filled = (path: string) => path.replace(/:\w+\??/g, '1');
  const own = (config.endpoints ?? []).map((endpoint) => [endpoint.method.toUpperCase(), filled(endpoint.path)] as [string, string]);
  const of = (base: string, endpoints: { method: string; path: string }[] | false) =>
    (endpoints || []).map((endpoint) => [endpoint.method.toUpperCase(), `${base}${filled(endpoint.path)}`.replace(/\/$/, '')] as [string, string]);
  return [
    ...own,
    ...config.collections.flatMap((collection) => of(`/${collection.slug}`, collection.endpoints)),
    ...config.globals.flatMap((global) => of(`/globals/${global.slug}`, global.endpoints)),
  ];
}

const open = new Set([
  'POST /staff/login',
  'POST /staff/logout',
  'POST /staff/forgot-password',
  'POST /staff/reset-password',
  'POST /staff/refresh-token',
  'GET /staff/me',
  'GET /health',
  // For reviewers without an account: a token that was sent opens them, and only test/cms/previewLinks.test.ts has one.
  'GET /preview/shared/1',
  'GET /preview/shared/1/handout',
  'GET /preview/shared/1/files/1/1',
]);

describe.each(databases())('without a session, on $name', (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    await cms.payload.create({ collection: 'topics', data: { title: 'Rest', slug: 'rest', summary: 'On resting.', _status: 'published' } });
  });
  afterAll(() => cms.close());

  test('every route that is registered answers 401 or 403, but for the few that are open', async () => {
    const routes = routesOf(cms).filter(([method, path]) => !open.has(`${method} ${path}`));
    expect(routes.length).toBeGreaterThan(100);
    for (const [method, path] of routes) {
      const { status } = await cms.call(method, path, method === 'GET' ? {} : { body: {} });
      expect([401, 403], `${method} ${path} answered ${status}`).toContain(status);
    }
  });

  test.each([
    '/topics?draft=true',
    '/topics?where[title][equals]=Rest',
    '/topics?select[title]=true',
    '/topics?depth=3',
    '/topics?joins[x][limit]=1',
    '/topics?trash=true',
    '/topics?sort=title',
    '/topics/count',
    '/topics/versions',
    '/topics/1?locale=all',
    '/globals/program',
    '/globals/program/access',
    '/access',
    '/files/file/a.txt',
    '/payload-preferences/x',
    '/payload-jobs/run',
    '/payload-locked-documents',
    '/staff/init',
    '/graphql',
    '/graphql-playground',
    '//topics',
    '/TOPICS',
    '/topics%2F1',
    '/../api/topics',
    '/staff/me/../../topics',
    '/preview/page/topics/1?locale=en',
    '/preview/frame/topics/1?locale=en',
    '/preview/files/assets/x.css',
    '/preview/links/topics/1',
    '/preview/shared/../page/topics/1?locale=en',
    '/preview/shared/%2e%2e/page/topics/1',
  ])('nothing is told through %s', async (path) => {
    const { status, body } = await cms.call('GET', path);
    expect([401, 403]).toContain(status);
    expect(JSON.stringify(body)).not.toContain('Rest');
  });

  test('a read that is dressed as a sign-in tells nothing', async () => {
    const { status, body } = await cms.call('POST', '/staff/login', {
      body: 'where[email][exists]=true',
      headers: { 'X-Payload-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toContain('@');
  });

  test('the first account cannot be claimed, even when there is none', async () => {
    const { status } = await cms.call('POST', '/staff/first-register', { body: { email: 'me@example.org', password, name: 'Me', role: 'admin' } });
    expect(status).toBe(403);
    expect((await cms.payload.count({ collection: 'staff' })).totalDocs).toBe(0);
  });

  test('who asks for a new password does not learn whether the account exists', async () => {
    await cms.payload.create({ collection: 'staff', data: { email: 'known@example.org', password, name: 'Known', role: 'editor' } });
    const [known, unknown] = await Promise.all(
      ['known', 'unknown'].map((name) => cms.call('POST', '/staff/forgot-password', { body: { email: `${name}@example.org` } })),
    );
    expect([known?.status, known?.body]).toEqual([unknown?.status, unknown?.body]);
  });

  test('health says whether the database answers, and nothing about its content', async () => {
    const { status, body } = await cms.call('GET', '/health');
    expect(status).toBe(200);
    expect(body.database).toBe('reached');
    expect(JSON.stringify(body)).not.toContain('Rest');
  });

  test('a forged session is refused', async () => {
    expect((await cms.call('GET', '/topics', { as: 'eyJhbGciOiJub25lIn0.eyJpZCI6MSwiY29sbGVjdGlvbiI6InN0YWZmIn0.' })).status).toBe(401);
  });

  test('five wrong passwords lock the account for ten minutes, for the right one too', async () => {
    await cms.payload.create({ collection: 'staff', data: { email: 'lock@example.org', password, name: 'Lock', role: 'editor' } });
    const attempt = async (word: string) => (await cms.call('POST', '/staff/login', { body: { email: 'lock@example.org', password: word } })).status;
    for (let number = 0; number < 5; number++) expect(await attempt('wrong')).toBe(401);
    expect(await attempt(password)).toBe(401);
    const { now } = Date;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 10 * 60_000 + 1000);
    expect(await attempt(password)).toBe(200);
    clock.mockRestore();
  });

  test('a right password before the fifth wrong one begins the count anew', async () => {
    await cms.payload.create({ collection: 'staff', data: { email: 'nearly@example.org', password, name: 'Nearly', role: 'editor' } });
    const attempt = async (word: string) => (await cms.call('POST', '/staff/login', { body: { email: 'nearly@example.org', password: word } })).status;
    for (let round = 0; round < 2; round++) {
      for (let number = 0; number < 4; number++) expect(await attempt('wrong')).toBe(401);
      expect(await attempt(password)).toBe(200);
    }
  });

  test('the session’s cookie is out of reach for scripts and other sites', async () => {
    await cms.payload.create({ collection: 'staff', data: { email: 'cookie@example.org', password, name: 'Cookie', role: 'editor' } });
    const { headers } = await cms.call('POST', '/staff/login', { body: { email: 'cookie@example.org', password } });
    expect(headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(headers.get('set-cookie')).toMatch(/SameSite=(Lax|Strict)/);
  });

  test('a cookie that another site sends is no session', async () => {
    const token = await cms.signIn('editor');
    const cookie = `payload-token=${token}`;
    expect((await cms.call('GET', '/topics', { headers: { Cookie: cookie, Origin: 'http://localhost:3000' } })).status).toBe(200);
    expect((await cms.call('GET', '/topics', { headers: { Cookie: cookie, Origin: 'https://elsewhere.example' } })).status).toBe(401);
  });
});
