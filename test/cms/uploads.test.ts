import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const megabyte = 1024 * 1024;
const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
const picture = () =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: '#246' } })
    .png()
    .toBuffer();

describe.each(databases())('uploads, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  const upload = (name: string, content: string | Buffer, type = 'image/png') => {
    const form = new FormData();
    form.append('file', new File([content as BlobPart], name, { type }));
    return cms.call('POST', '/files', { as: editor, body: form });
  };
  const stored = async () => {
    const folder = join(cms.dataDir, 'files');
    return { rows: (await cms.payload.count({ collection: 'files' })).totalDocs, files: existsSync(folder) ? readdirSync(folder).length : 0 };
  };

  test.each<[what: string, name: string, content: string | Buffer, type: string]>([
    ['a drawing with a script', 'a.svg', drawing('<script>alert(1)</script>'), 'image/svg+xml'],
    ['a drawing that acts when it loads', 'a.svg', drawing('').replace('<svg', '<svg onload="alert(1)"'), 'image/svg+xml'],
    ['a drawing with a link that runs code', 'a.svg', drawing('<a href="javascript:alert(1)"><path d="M0 0"/></a>'), 'image/svg+xml'],
    ['a drawing that holds a page', 'a.svg', drawing('<foreignObject><b>x</b></foreignObject>'), 'image/svg+xml'],
    ['a drawing that loads from elsewhere', 'a.svg', drawing('<style>path{fill:url(https://example.org/x)}</style>'), 'image/svg+xml'],
    ['a drawing with an entity', 'a.svg', `<!DOCTYPE svg [<!ENTITY x "y">]>${drawing('&x;')}`, 'image/svg+xml'],
    ['a drawing with a script under the name of a text', 'a.txt', drawing('<script>alert(1)</script>'), 'text/plain'],
    ['a page under the name of a picture', 'a.png', '<!doctype html><script>alert(1)</script>', 'image/png'],
    ['a page under the name of a text', 'a.txt', '<html><body>x</body></html>', 'text/plain'],
    ['a page with an accepted type', 'a.html', '<p>Words</p>', 'text/plain'],
    ['a program under the name of a picture', 'a.png', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'image/png'],
    ['a PDF under the name of a picture', 'a.png', '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF', 'image/png'],
    ['an empty file', 'a.png', '', 'image/png'],
    ['a file of 21 MB', 'a.txt', Buffer.alloc(21 * megabyte, 'x'), 'text/plain'],
    ['a file of 50 MB', 'a.txt', Buffer.alloc(50 * megabyte, 'x'), 'text/plain'],
    ['a broken picture', 'a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'image/png'],
  ])('%s is refused, in words, and nothing is kept', async (_, name, content, type) => {
    const before = await stored();
    const { status, body } = await upload(name, content, type);
    expect([400, 413], `${status} ${JSON.stringify(body)}`).toContain(status);
    expect(body.errors[0].message).toMatch(/^File: .+\.$/);
    expect(await stored()).toEqual(before);
  });

  test('a row without a file is refused, and no address that it names is fetched', async () => {
    let asked = 0;
    const elsewhere = createServer((_, response) => {
      asked += 1;
      response.setHeader('Content-Type', 'image/png').end('x');
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/a.png`;
    for (const body of [
      {},
      { filename: 'a.png', url, mimeType: 'image/png' },
      { filename: 'a.png', url: '/api/files/file/../../secret', mimeType: 'image/png' },
    ]) {
      const answer = await cms.call('POST', '/files', { as: editor, body });
      expect([answer.status, answer.body.errors[0].message]).toEqual([400, 'File: choose a file to upload.']);
    }
    elsewhere.close();
    expect(asked).toBe(0);
  });

  test('a picture, a drawing and a text are kept with their hash, once, and never change', async () => {
    const png = await picture();
    for (const [name, content, type] of [
      ['a.png', png, 'image/png'],
      ['b.svg', drawing('<path d="M0 0h9"/>'), 'image/svg+xml'],
      ['c.txt', 'Ask for Ana at the door.', 'text/plain'],
    ] as const) {
      const { status, body } = await upload(name, content as Buffer, type);
      expect([name, status]).toEqual([name, 201]);
      expect(body.doc).toMatchObject({ mimeType: type, sha256: createHash('sha256').update(content).digest('hex') });
      expect((await cms.call('PATCH', `/files/${body.doc.id}`, { as: editor, body: { filename: 'other.png' } })).status).toBe(403);
    }
  });

  test('the type is what the content is, whatever the request says', async () => {
    const { body } = await upload('d.png', await picture(), 'text/html');
    expect(body.doc.mimeType).toBe('image/png');
  });

  test('a name cannot lead out of the folder', async () => {
    const { status, body } = await upload('../../outside.txt', 'Words', 'text/plain');
    expect(status).toBe(201);
    expect(body.doc.filename).not.toMatch(/[/\\]|\.\./);
    expect(existsSync(join(cms.dataDir, 'files', body.doc.filename))).toBe(true);
    expect(existsSync(join(cms.dataDir, '..', 'outside.txt'))).toBe(false);
  });

  test('a file is read with a session only, and as nothing that runs', async () => {
    const { body } = await upload('e.svg', drawing('<path d="M0 0h9"/>'), 'image/svg+xml');
    expect((await cms.call('GET', `/files/file/${body.doc.filename}`)).status).toBe(401);
    const { status, headers } = await cms.call('GET', `/files/file/${body.doc.filename}`, { as: editor });
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'none'|sandbox/);
  });
});
