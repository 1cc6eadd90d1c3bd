import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentHash } from '../../cms/library/contentHash.ts';
import { documentFrom } from '../../cms/library/parse/index.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('roles, on $name', (kind) => {
  let cms: TestCms;
  let admin: string;
  let editor: string;
  let clinician: string;
  let article: number | string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    [admin, editor, clinician] = [await cms.signIn('admin'), await cms.signIn('editor'), await cms.signIn('clinician')];
    const made = await cms.payload.create({
      collection: 'articles',
      data: { title: 'Sleep', summary: 'On sleep.', body: lexical(paragraph('Rest.')), _status: 'published' },
    });
    article = made.id;
  });
  afterAll(() => cms.close());

  test('an editor writes and publishes, and cannot touch staff', async () => {
    expect((await cms.call('POST', '/topics', { as: editor, body: { title: 'Money', summary: 'On money.', _status: 'published' } })).status).toBe(201);
    expect(
      (await cms.call('POST', '/staff', { as: editor, body: { email: 'x@example.org', password: 'another long password', name: 'X', role: 'admin' } })).status,
    ).toBe(403);
    const { body } = await cms.call('GET', '/staff/me', { as: editor });
    await cms.call('PATCH', `/staff/${body.user.id}`, { as: editor, body: { role: 'admin' } });
    expect((await cms.payload.findByID({ collection: 'staff', id: body.user.id })).role).toBe('editor');
  });

  test('an editor cannot sign a review', async () => {
    expect(
      (
        await cms.call('POST', '/reviews', {
          as: editor,
          body: { document: { relationTo: 'articles', value: article }, locale: 'en', role: 'Counselor', due: '2030-01-01' },
        })
      ).status,
    ).toBe(403);
  });

  test('a clinician writes nothing but reviews', async () => {
    const paths = [
      'articles',
      'topics',
      'faqs',
      'terms',
      'workshops',
      'materials',
      'kits',
      'pages',
      'media',
      'places',
      'people',
      'addresses',
      'publications',
      'schedules',
    ];
    for (const path of paths) {
      expect((await cms.call('POST', `/${path}`, { as: clinician, body: { title: 'No' } })).status, `POST /${path}`).toBe(403);
      expect((await cms.call('PATCH', `/${path}?where[id][exists]=true`, { as: clinician, body: { title: 'No' } })).status, `PATCH /${path}`).not.toBe(200);
    }
    const file = new FormData();
    file.append('file', new File(['words'], 'words.txt', { type: 'text/plain' }));
    expect((await cms.call('POST', '/files', { as: clinician, body: file })).status).toBe(403);
    expect(
      (await cms.call('POST', '/staff', { as: clinician, body: { email: 'y@example.org', password: 'another long password', name: 'Y', role: 'admin' } }))
        .status,
    ).toBe(403);
    expect((await cms.call('PATCH', `/articles/${article}`, { as: clinician, body: { title: 'No' } })).status).toBe(403);
    expect((await cms.call('PATCH', `/articles/${article}?draft=true&autosave=true`, { as: clinician, body: { title: 'No' } })).status).toBe(403);
    expect((await cms.call('DELETE', `/articles/${article}`, { as: clinician })).status).toBe(403);
    expect((await cms.call('POST', '/globals/program', { as: clinician, body: { name: 'No' } })).status).toBe(403);
    expect(
      (await cms.call('POST', '/payload-locked-documents', { as: clinician, body: { document: { relationTo: 'articles', value: article } } })).status,
    ).toBe(403);
  });

  test('a review carries the hash of the text, the day and the reviewer, whatever the request says', async () => {
    const { body: other } = await cms.call('GET', '/staff/me', { as: admin });
    const { status, body } = await cms.call('POST', '/reviews', {
      as: clinician,
      body: {
        document: { relationTo: 'articles', value: article },
        locale: 'en',
        role: 'Counselor',
        due: '2030-01-01',
        contentHash: 'forged',
        on: '2001-01-01',
        reviewer: other.user.id,
      },
    });
    expect(status, JSON.stringify(body)).toBe(201);
    const row = await cms.payload.findByID({ collection: 'articles', id: article, locale: 'all', depth: 0 });
    expect(body.doc.contentHash).toBe(contentHash(documentFrom('articles', row), 'en'));
    expect(body.doc.on).toMatch(/^20[2-9]\d-/);
    expect(body.doc.on).not.toBe('2001-01-01');
    const { body: me } = await cms.call('GET', '/staff/me', { as: clinician });
    expect(String(body.doc.reviewer?.id ?? body.doc.reviewer)).toBe(String(me.user.id));
    expect((await cms.call('PATCH', `/reviews/${body.doc.id}`, { as: clinician, body: { due: '2040-01-01' } })).status).toBe(403);
    expect((await cms.call('DELETE', `/reviews/${body.doc.id}`, { as: admin })).status).toBe(403);
  });

  test('only an admin manages staff, and the last one stays', async () => {
    const made = await cms.call('POST', '/staff', {
      as: admin,
      body: { email: 'new@example.org', password: 'another long password', name: 'New', role: 'editor' },
    });
    expect(made.status).toBe(201);
    expect((await cms.call('DELETE', `/staff/${made.body.doc.id}`, { as: admin })).status).toBe(200);
    const { body } = await cms.call('GET', '/staff/me', { as: admin });
    expect((await cms.call('DELETE', `/staff/${body.user.id}`, { as: admin })).status).toBe(400);
    expect((await cms.call('PATCH', `/staff/${body.user.id}`, { as: admin, body: { role: 'editor' } })).status).toBe(400);
  });
});
