import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Payload } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { type PreviewChannel, previewChannel } from '../../cms/publishing/preview/channel.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestPreview } from '../support/preview.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';
import { freePort } from '../support/running.ts';

let site: TestPublishing;
let payload: Payload;
let staff: string;
let answer: (request: Request) => Promise<Response>;

const published = { _status: 'published' as const };
const text = (title: string) => ({ title, summary: `About ${title}.`, body: lexical(paragraph(`${title}, at length.`)) });

/** What the admin answers, with its doors, at an address under /preview. */
async function open(path: string, { as = staff, language = 'en' }: { as?: string; language?: string } = {}) {
  const headers = { ...(as && { Authorization: `JWT ${as}` }), 'Accept-Language': language };
  const response = await answer(new Request(`http://localhost:3000/api${path}`, { headers }));
  return { status: response.status, body: await response.text(), headers: response.headers };
}
const page = (collection: string, id: number | string, locale = 'en') => `/preview/page/${collection}/${id}?locale=${locale}`;

/** The publisher's own door, without the admin before it. */
function knock(channel: PreviewChannel, body: string, key = channel.key): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: channel.socket, path: '/render', method: 'POST', headers: { Authorization: `Bearer ${key}` } }, (response) =>
      response.resume().once('end', () => resolve(response.statusCode ?? 0)),
    );
    asking.once('error', reject).end(body);
  });
}

/** Until families can read a page there, and no publication is on its way. */
async function stands(path: string): Promise<void> {
  await vi.waitFor(
    async () => {
      if ((await site.page(path)) === undefined) throw new Error(`Nothing stands at ${path}.`);
      const { totalDocs } = await payload.find({ collection: 'publications', where: { state: { equals: 'waiting' } } });
      if (totalDocs > 0) throw new Error(`${totalDocs} publications wait.`);
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** Everything that families or a search engine could read, the search index and the record: byte for byte, once nothing of it changes any more. */
async function everythingOutside(): Promise<string> {
  const now = async () => {
    const entries = await readdir(site.folders.outDir, { recursive: true, withFileTypes: true });
    const files = [...entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)), site.folders.record].sort();
    const hash = createHash('sha256');
    for (const file of files) hash.update(`${file}\0`).update(await readFile(file));
    return `${files.length} files, ${hash.digest('hex')}`;
  };
  // The index of the search is built behind the pages, a few seconds after the last change.
  for (let before = await now(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const after = await now();
    if (after === before) return after;
    before = after;
  }
}

describe.each(databases())('a preview, on $name', (database) => {
  let publisher: ReturnType<TestPublishing['startPublisher']>;
  beforeAll(async () => {
    site = await createTestPublishing(database);
    ({ payload } = site);
    ({ staff, answer } = await openTestPreview(site));
    await payload.create({ collection: 'topics', data: { ...text('Standing topic'), ...published } });
    publisher = site.startPublisher();
    await stands(paths.document('en', 'topics', 'standing-topic'));
  });
  afterAll(() => site?.close());

  test('a draft is the page that it would be, in either language, and reaches nothing else', async () => {
    const guide = await payload.create({ collection: 'articles', data: { ...text('Standing guide'), ...published } });
    await stands(paths.document('en', 'articles', 'standing-guide'));
    const before = await everythingOutside();

    await payload.update({ collection: 'articles', id: guide.id, draft: true, locale: 'en', data: { ...text('A grey heron'), _status: 'draft' } });
    await payload.update({ collection: 'articles', id: guide.id, draft: true, locale: 'es', data: { ...text('Una garza gris'), _status: 'draft' } });
    const english = await open(page('articles', guide.id));
    expect([english.status, english.body]).toEqual([200, expect.stringMatching(/<html lang="en">.*<h1[^>]*>\s*A grey heron.*A grey heron, at length\./s)]);
    const spanish = await open(page('articles', guide.id, 'es'));
    expect([spanish.status, spanish.body]).toEqual([200, expect.stringMatching(/<html lang="es">.*<h1[^>]*>\s*Una garza gris/s)]);
    // The other language stays as families read it.
    expect(english.body).not.toContain('garza');

    expect(await everythingOutside()).toBe(before);
    expect([...(await site.output())].flat().join()).not.toMatch(/heron|garza/i);
    const waiting = await payload.find({ collection: 'publications', where: { state: { equals: 'waiting' } } });
    expect(waiting.totalDocs).toBe(0);
  });

  test('a preview is the published page, but for what makes it safe to show', async () => {
    const { id } = await payload.create({
      collection: 'faqs',
      data: { question: 'Is it the same?', answer: 'It is.', more: lexical(paragraph('To the letter.')), ...published },
    });
    const path = paths.document('en', 'faqs', 'is-it-the-same');
    await stands(path);
    const main = (html = '') =>
      /<main.*<\/main>/s
        .exec(html)?.[0]
        .replaceAll(/ href="(https?:\/\/[^/"]+)?/g, ' href="')
        .replaceAll(' target="_self"', '');
    expect(main((await open(page('faqs', id))).body)).toBe(main(await site.page(path)));
  });

  test('its headers let nobody keep, index or frame it but the admin, and let nothing of it run', async () => {
    const { id } = await payload.create({ collection: 'topics', draft: true, data: text('Headers') });
    const { headers, body } = await open(page('topics', id));
    const policy = headers.get('content-security-policy') ?? '';
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    for (const directive of ["default-src 'none'", "script-src 'none'", "form-action 'none'", "frame-ancestors 'self'"]) expect(policy).toContain(directive);
    expect(/sandbox ([^;]*)/.exec(policy)?.[1]).not.toMatch(/allow-scripts|allow-forms|allow-top-navigation/);
    expect(body).not.toMatch(/<script/);
    // Links open the site in a tab of their own; what the page brings along comes through the admin.
    expect(body).toContain('<base target="_blank">');
    expect(body).toMatch(/<a [^>]*href="https?:\/\/[^"]+\/en\//);
    expect(body).not.toMatch(/<a [^>]*href="\/[^"]*"/);
    const [style] = /\/preview\/files\/assets\/[\w.-]+\.css/.exec(body) ?? [];
    const sheet = await open(style ?? '');
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    const [font] = /(?<=url\(\.\/)[\w.-]+\.woff2/.exec(sheet.body) ?? [];
    expect((await open(`/preview/files/assets/${font}`)).headers.get('content-type')).toBe('font/woff2');
  });

  test('a document without a title, an address or a word in this language still is a page', async () => {
    const { id } = await payload.create({ collection: 'articles', draft: true, locale: 'en', data: { summary: 'Only a summary.' } as never });
    expect(await open(page('articles', id))).toMatchObject({ status: 200, body: expect.stringMatching(/Without a title yet.*Only a summary\./s) });
    expect(await open(page('articles', id, 'es'))).toMatchObject({ status: 200, body: expect.stringContaining('Todavía sin título') });
    for (const collection of ['topics', 'faqs', 'terms', 'workshops', 'materials', 'kits', 'pages'] as const) {
      const empty = await payload.create({ collection, draft: true, data: {} as never });
      expect([collection, (await open(page(collection, empty.id))).status]).toEqual([collection, 200]);
    }
  });

  test('a draft that wants the address of a published page is shown all the same', async () => {
    await payload.create({ collection: 'terms', data: { term: 'Lapse', meaning: 'The published one.', slug: 'lapse', ...published } });
    await stands(paths.document('en', 'terms', 'lapse'));
    const { id } = await payload.create({ collection: 'terms', draft: true, data: { term: 'Lapse', meaning: 'The drafted one.' } });
    const { docs } = await payload.findVersions({ collection: 'terms', where: { parent: { equals: id } }, locale: 'all', depth: 0 });
    const [newest] = docs as unknown as { id: number; version: object }[];
    const version = { ...newest?.version, slug: { en: 'lapse' } };
    await payload.db.updateVersion({ collection: 'terms', id: newest?.id ?? '', versionData: { version } as never });
    expect((await open(page('terms', id))).body).toContain('The drafted one.');
  });

  test('a text that cannot be shown says so in the language of the editor, and what to do', async () => {
    const { id } = await payload.create({
      collection: 'workshops',
      draft: true,
      data: { title: 'An evening', segments: [{ start: '18:00' }] } as never,
    });
    const english = await open(page('workshops', id));
    expect([english.status, english.body]).toEqual([422, expect.stringMatching(/cannot be shown as a page yet.*Schedule, row 1, First day: is empty/s)]);
    const spanish = await open(page('workshops', id), { language: 'es' });
    expect([spanish.status, spanish.body]).toEqual([
      422,
      expect.stringMatching(/lang="es".*Todavía no se puede mostrar.*Horario, fila 1, Primer día: está vacío/s),
    ]);
  });

  test('a picture that is not on the site yet comes through the admin, without what the camera wrote into it', async () => {
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#1b5c52' } })
      .withExif({ IFD0: { Copyright: 'Somewhere at home' } })
      .jpeg()
      .toBuffer();
    const file = await payload.create({ collection: 'files', data: {}, file: { data: bytes, mimetype: 'image/jpeg', name: 'heron.jpg', size: bytes.length } });
    const media = await payload.create({ collection: 'media', draft: true, data: { alt: 'A heron in the rain', file: file.id } });
    const { id } = await payload.create({ collection: 'articles', draft: true, data: { ...text('With a picture'), picture: media.id } });
    const { body } = await open(page('articles', id));
    expect(body).toContain('A heron in the rain');
    const [address = ''] = /\/preview\/files\/media\/[\w.-]+/.exec(/<img[^>]*>/.exec(body.slice(body.indexOf('<main')))?.[0] ?? '') ?? [];
    const response = await answer(new Request(`http://localhost:3000/api${address}`, { headers: { Authorization: `JWT ${staff}` } }));
    const picture = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([response.status, picture.width, picture.exif]).toEqual([200, 900, undefined]);
    expect((await open(address, { as: '' })).status).toBe(401);
    expect(existsSync(join(site.folders.outDir, 'media', address.split('/').at(-1) ?? ''))).toBe(false);
  });

  test('a material hands out the file of its draft, which the site does not have yet', async () => {
    const bytes = await readFile(new URL('../../seed/files/crisis-card-en.pdf', import.meta.url));
    const file = await payload.create({
      collection: 'files',
      data: {},
      file: { data: bytes, mimetype: 'application/pdf', name: 'heron.pdf', size: bytes.length },
    });
    const { id } = await payload.create({ collection: 'materials', draft: true, data: { title: 'A sheet on herons', summary: 'x', file: file.id } });
    const { body } = await open(page('materials', id));
    const [, address = ''] = /href="(\/preview\/handout\/[^"]+)"/.exec(body) ?? [];
    const handout = await open(address);
    expect([handout.status, handout.body === bytes.toString(), handout.headers.get('content-disposition')]).toEqual([200, true, 'attachment']);
    expect((await open(address, { as: '' })).status).toBe(401);
    const other = await payload.create({ collection: 'topics', draft: true, data: text('No file') });
    expect((await open(`/preview/handout/topics/${other.id}?locale=en`)).status).toBe(404);
  });

  test.each([
    '/preview/files/assets/..%2Fentry.mjs',
    '/preview/files/assets/%2e%2e',
    '/preview/files/media/passwd',
    `/preview/files/media/${'0'.repeat(64)}-480.webp`,
    '/preview/files/server/entry.mjs',
  ])('no file but those of a page comes from %s', async (path) => {
    expect((await open(path)).status).toBe(404);
  });

  test('what is in the trash, what never was, and a word that is no language show nothing', async () => {
    const { id } = await payload.create({ collection: 'topics', draft: true, data: text('Thrown away') });
    await payload.update({ collection: 'topics', id, data: { deletedAt: new Date().toISOString() } });
    expect((await open(page('topics', id))).status).toBe(404);
    expect((await open(page('topics', '987654'))).status).toBe(404);
    expect((await open(page('staff', 1))).status).toBe(400);
    expect((await open(page('topics', id, 'fr'))).status).toBe(400);
    expect((await open(page('topics', id, 'all'))).status).toBe(400);
  });

  test('a link shows a reviewer without an account the one version that was sent, and says what it is', async () => {
    const { id } = await payload.create({ collection: 'articles', draft: true, locale: 'es', data: text('Para revisar') });
    const order = { collection: 'articles', id, locale: 'es', days: 1, note: '' };
    const made = await answer(
      new Request('http://localhost:3000/api/preview/links', {
        method: 'POST',
        headers: { Authorization: `JWT ${staff}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(order),
      }),
    );
    const { url } = (await made.json()) as { url: string };
    const address = new URL(url).pathname;
    await payload.update({ collection: 'articles', id, draft: true, autosave: true, locale: 'es', data: { title: 'Escrito después' } });
    const seen = await open(address, { as: '' });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatch(
      /<html lang="es">.*<body>\s*<p class="preview-banner" role="note">Borrador, sin publicar\. Para revisión hasta el \d+ de [a-z]+ de \d{4}/s,
    );
    expect(seen.body).toContain('Para revisar');
    expect(seen.body).not.toContain('Escrito después');
    expect(seen.headers.get('content-security-policy')).toMatch(/script-src 'none'.*frame-ancestors 'none'/);
    expect(seen.headers.get('cache-control')).toBe('no-store');
    const [style = ''] = new RegExp(`${address}/files/assets/[\\w.-]+\\.css`).exec(seen.body) ?? [];
    expect((await open(style, { as: '' })).status).toBe(200);
    await payload.update({ collection: 'articles', id, data: { deletedAt: new Date().toISOString() } });
    expect((await open(address, { as: '' })).status).toBe(404);
  });

  test('the publisher answers nobody without the key, and nothing that is too long or unclear', async () => {
    const channel = previewChannel({ dataDir: site.dir, PAYLOAD_SECRET: process.env.PAYLOAD_SECRET, PREVIEW_URL: undefined });
    const { id } = await payload.create({ collection: 'topics', draft: true, data: text('Behind the key') });
    const order = JSON.stringify({ collection: 'topics', id: String(id), locale: 'en' });
    expect(await knock(channel, order, '')).toBe(403);
    expect(await knock(channel, order, `${channel.key.slice(0, -1)}x`)).toBe(403);
    expect(await knock(channel, order)).toBe(200);
    expect(await knock(channel, '{')).toBe(400);
    expect(await knock(channel, JSON.stringify({ collection: 'staff', id: '1', locale: 'en' }))).toBe(400);
    expect(await knock(channel, JSON.stringify({ padding: 'x'.repeat(10_000) }))).toBe(413);
    expect(await knock(channel, order)).toBe(200);
  });

  test('after the publisher was killed the admin says so, and the next one answers again', async () => {
    const { id } = await payload.create({ collection: 'topics', draft: true, data: text('Still here') });
    publisher.kill('SIGKILL');
    await expect.poll(async () => (await open(page('topics', id))).status, { interval: 250, timeout: 20_000 }).toBe(503);
    expect((await open(page('topics', id))).body).toContain('is not running');
    publisher = site.startPublisher();
    await expect.poll(async () => (await open(page('topics', id))).status, { interval: 250, timeout: 60_000 }).toBe(200);
  });

  test('an admin on another machine reaches the publisher at PREVIEW_URL', async () => {
    const { id } = await payload.create({ collection: 'topics', draft: true, data: text('Far away') });
    publisher.kill('SIGKILL');
    process.env.PREVIEW_URL = `http://127.0.0.1:${await freePort()}`;
    try {
      await expect.poll(async () => (await open(page('topics', id))).status, { interval: 250, timeout: 20_000 }).toBe(503);
      publisher = site.startPublisher();
      await expect.poll(async () => (await open(page('topics', id))).status, { interval: 250, timeout: 60_000 }).toBe(200);
    } finally {
      delete process.env.PREVIEW_URL;
    }
  });
});
