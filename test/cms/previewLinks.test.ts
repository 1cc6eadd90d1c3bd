import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { type Answer, openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('links for reviewers, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  const draft = async (title: string) =>
    (await cms.payload.create({ collection: 'articles', draft: true, data: { title, summary: 'x', body: lexical(paragraph(`${title}, text.`)) } })).id;
  const make = (order: object, as = editor) =>
    cms.call('POST', '/preview/links', { as, body: { collection: 'articles', locale: 'en', days: 7, note: '', ...order } });
  const open = (address: string) => cms.call('GET', address.replace(/^.*(?=\/preview\/shared\/)/, ''));
  const listed = async (id: number | string, as = editor): Promise<Answer> => (await cms.call('GET', `/preview/links/articles/${id}`, { as })).body;
  const autosave = (id: number | string, title: string) =>
    cms.call('PATCH', `/articles/${id}?draft=true&autosave=true&locale=en`, { as: editor, body: { title, _status: 'draft' } });
  const versions = async (id: number | string) =>
    (await cms.payload.findVersions({ collection: 'articles', where: { parent: { equals: id } }, sort: '-updatedAt', depth: 0, pagination: false })).docs;

  test('a link is told once; only its hash is stored, and the list does not tell even that', async () => {
    const id = await draft('Told once');
    const { status, body } = await make({ id, note: 'For the director' });
    expect(status).toBe(201);
    const [, token = ''] = /^http:\/\/localhost:3000\/preview\/shared\/([\w-]{43})$/.exec(body.url) ?? [];
    expect(token).not.toBe('');
    const days = (Date.parse(body.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    const rows = await cms.payload.find({ collection: 'previewLinks', where: { documentId: { equals: String(id) } }, overrideAccess: true });
    expect(JSON.stringify(rows.docs)).not.toContain(token);
    const list = await listed(id);
    expect(list.links).toMatchObject([{ locale: 'en', revoked: false, note: 'For the director', by: 'editor' }]);
    expect(JSON.stringify(list)).not.toContain('tokenHash');
    const rest = await cms.call('GET', '/previewLinks', { as: await cms.signIn('admin') });
    expect(rest.body.docs.length).toBeGreaterThan(0);
    expect(JSON.stringify(rest.body)).not.toMatch(/tokenHash|[0-9a-f]{64}/);
  });

  test('a link goes on showing the version that it was made for while somebody types on', async () => {
    const id = await draft('As sent');
    await autosave(id, 'As sent, autosaved');
    await make({ id });
    const [row] = (await cms.payload.find({ collection: 'previewLinks', where: { documentId: { equals: String(id) } }, depth: 0 })).docs;
    const [pinned] = await versions(id);
    expect(row?.version).toBe(String(pinned?.id));
    await autosave(id, 'Typed later');
    await autosave(id, 'Typed later still');
    const after = await versions(id);
    expect(after.find((version) => version.id === pinned?.id)?.version).toMatchObject({
      title: 'As sent, autosaved',
      summary: 'x',
      body: { root: expect.anything() },
    });
    expect(after[0]?.version.title).toBe('Typed later still');
  });

  test('a link that works, one that ended, one taken back and one that never was: only the first is told apart', async () => {
    const id = await draft('Kept quiet');
    const { body: good } = await make({ id });
    // No publisher runs here: a link that works says so, and nothing of the document.
    expect((await open(good.url)).status).toBe(503);
    const { body: ended } = await make({ id });
    await cms.payload.update({
      collection: 'previewLinks',
      where: { documentId: { equals: String(id) } },
      sort: '-createdAt',
      limit: 1,
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    });
    const { body: takenBack } = await make({ id });
    const { links } = await listed(id);
    expect((await cms.call('POST', `/preview/links/${links[0].id}/revoke`, { as: editor })).body).toEqual({ revoked: 1 });
    const token = good.url.split('/').at(-1) as string;
    const never = randomBytes(32).toString('base64url');
    const tampered = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    const answers = await Promise.all(
      [
        ended.url,
        takenBack.url,
        ...[never, tampered, '1', 'x'.repeat(5000), `${token}x`, "'--", '%00', token.slice(0, -1)].map((word) => `/preview/shared/${word}`),
      ].map(open),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.body).toMatch(/lang="en".*lang="es"/s);
    expect((await open(good.url)).status).toBe(503);
    expect((await open(`${good.url}/files/assets/x.css`)).status).toBe(503);
    expect((await open(`${takenBack.url}/files/assets/x.css`)).status).toBe(404);
  });

  test('whatever such an address answers is kept by nobody, indexed by nobody and framed by nobody', async () => {
    const { headers } = await open(`/preview/shared/${randomBytes(32).toString('base64url')}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'none'.*frame-ancestors 'none'.*sandbox/);
  });

  test('a clinician reads the list and sends nothing; whoever is not signed in does neither', async () => {
    const id = await draft('For editors');
    await make({ id });
    const clinician = await cms.signIn('clinician');
    expect((await make({ id }, clinician)).status).toBe(403);
    const list = await listed(id, clinician);
    expect([list.maySend, list.links.length]).toEqual([false, 1]);
    expect((await cms.call('POST', `/preview/links/${list.links[0].id}/revoke`, { as: clinician })).status).toBe(403);
    expect((await cms.call('POST', '/preview/links', { body: { collection: 'articles', id, locale: 'en', days: 7 } })).status).toBe(401);
    expect((await cms.call('GET', `/preview/links/articles/${id}`)).status).toBe(401);
    expect((await listed(id)).links[0].revoked).toBe(false);
  });

  test.each([
    ['no document', { id: 987654 }, 404],
    ['a document of a kind without a page', { collection: 'staff' }, 400],
    ['a kind that there is not', { collection: '__proto__' }, 400],
    ['no language', { locale: 'all' }, 400],
    ['a time that nobody offers', { days: 3650 }, 400],
    ['a time that is no number', { days: '7' }, 400],
    ['a note as long as a letter', { note: 'x'.repeat(121) }, 400],
    ['an id that is a question', { id: { exists: true } }, 400],
  ])('a link for %s is refused', async (_, wrong, expected) => {
    const id = await draft('Refused');
    const { status, body } = await make({ id, ...wrong });
    expect([status, typeof body.errors[0].message]).toEqual([expected, 'string']);
    expect((await listed(id)).links).toEqual([]);
  });

  test('a body that cannot be read is refused, in the language of whoever asks', async () => {
    const { status, body } = await cms.call('POST', '/preview/links', {
      as: editor,
      body: '{"id":',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'es' },
    });
    expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(/^Elija /)]);
  });

  test('rows of links are not written through the API', async () => {
    const admin = await cms.signIn('admin');
    const id = await draft('By hand');
    await make({ id });
    const { links } = await listed(id);
    for (const [method, path] of [
      ['POST', '/previewLinks'],
      ['PATCH', `/previewLinks/${links[0].id}`],
      ['DELETE', `/previewLinks/${links[0].id}`],
    ] as const) {
      expect((await cms.call(method, path, { as: admin, body: { expiresAt: '2099-01-01' } })).status).toBe(403);
    }
  });

  test('where the publisher is down, staff are told so in the language of their admin', async () => {
    const id = await draft('Down');
    const { status, body, headers } = await cms.call('GET', `/preview/page/articles/${id}?locale=en`, { as: editor, headers: { 'Accept-Language': 'es' } });
    expect(status).toBe(503);
    expect(body).toContain('La vista previa no responde');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });
});
