import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { askForAudit, lastAudit } from '../../cms/publishing/audit/kept.ts';
import { startBucket, type TestBucket } from '../support/bucket.ts';
import { leftOutWithoutGo } from '../support/goServer.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';

const path = paths.document('en', 'articles', 'carried-on');

describe.skipIf(leftOutWithoutGo('a publisher with a bucket'))('a publisher with a bucket', () => {
  let bucket: TestBucket;
  let site: TestPublishing;
  beforeAll(async () => {
    bucket = await startBucket();
    const { bucket: name, region, endpoint, accessKeyId, secretAccessKey } = bucket.settings;
    const settings = { S3_BUCKET: name, S3_REGION: region, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey };
    for (const [setting, value] of Object.entries(settings)) vi.stubEnv(setting, value);
    site = await createTestPublishing();
  });
  afterAll(async () => {
    await site?.close();
    await bucket?.close();
    vi.unstubAllEnvs();
  });

  const newest = async () => (await site.payload.find({ collection: 'publications', sort: '-savedAt', limit: 1 })).docs[0];
  const patiently = { timeout: 40_000, interval: 100 };

  test('brings each change there after its own folder, goes on after a kill with what waits for the bucket, and takes down what is withdrawn', async () => {
    const { id } = await site.payload.create({
      collection: 'articles',
      data: { title: 'Carried on', summary: 'About it.', body: lexical(paragraph('The first text.')), _status: 'published' },
    });
    const publisher = site.startPublisher();
    await expect.poll(async () => (await newest())?.state, patiently).toBe('live');
    expect((await newest())?.liveAt).toEqual({ folder: expect.stringMatching(/^\d{4}-/), bucket: expect.stringMatching(/^\d{4}-/) });
    expect((await bucket.visit(path)).body).toContain('The first text.');

    bucket.fail(() => ({ status: 503, code: 'SlowDown' }));
    await site.payload.update({ collection: 'articles', id, data: { body: lexical(paragraph('The second text.')), _status: 'published' } });
    await expect.poll(async () => (await newest())?.error, patiently).toMatch(/SlowDown/);
    expect(await newest()).toMatchObject({ state: 'pushing', liveAt: { folder: expect.any(String), bucket: null } });
    expect(await site.page(path)).toContain('The second text.');

    const ended = once(publisher, 'exit');
    publisher.kill('SIGKILL');
    await ended;
    bucket.fail(undefined);
    site.startPublisher();
    await expect.poll(async () => (await newest())?.state, patiently).toBe('live');
    expect((await newest())?.error).toBeNull();
    expect((await bucket.visit(path)).body).toContain('The second text.');

    await site.payload.update({ collection: 'articles', id, data: { _status: 'draft' } });
    await expect.poll(async () => (await newest())?.state === 'live' && (await newest())?.change, patiently).toBe('unpublished');
    const withdrawn = await bucket.visit(path);
    expect(withdrawn.body).not.toContain('The second text.');
    expect(withdrawn.body).toContain('noindex');
  });

  test('finds in an audit what is damaged, missing or astray there, says each in a line, and mends it', async () => {
    // It waits where the one before is still at work.
    site.startPublisher();
    const written = async (title: string) => {
      await site.payload.create({
        collection: 'articles',
        data: { title, summary: 'About it.', body: lexical(paragraph(`Words on ${title}.`)), _status: 'published' },
      });
      await expect.poll(async () => (await newest())?.state, patiently).toBe('live');
    };
    await written('Damaged');
    await written('Missing');
    const [damaged, missing, astray] = ['damaged', 'missing', 'astray'].map((slug) => paths.document('en', 'articles', slug));
    const audited = async () => {
      const asked = await askForAudit(site.payload);
      await expect.poll(async () => (await lastAudit(site.payload))?.asked, patiently).toBe(asked);
      const report = await lastAudit(site.payload);
      return { checked: report?.checked.targets ?? 0, lines: report?.lines.map(({ part, mended, says }) => `${part} ${mended}: ${says.es}`).sort() };
    };
    expect((await audited()).lines).toEqual([]);
    await bucket.putBack(`${damaged?.slice(1)}index.html`, `${astray?.slice(1)}index.html`);
    await bucket.put(`${damaged?.slice(1)}index.html`, 'Buy here.');
    await bucket.remove(`${missing?.slice(1)}index.html`);
    const { checked, lines } = await audited();
    expect(lines).toEqual([
      `targets true: bucket: ${astray} no debería estar allí. Se retira.`,
      `targets true: bucket: ${damaged} no es lo que se publicó. Se escribe de nuevo.`,
      `targets true: bucket: falta ${missing}. Se escribe de nuevo.`,
    ]);
    expect(checked).toBe((await bucket.keys()).length + 1);
    expect((await bucket.visit(String(damaged))).body).toContain('Words on Damaged.');
    expect((await bucket.visit(String(missing))).body).toContain('Words on Missing.');
    expect((await bucket.visit(String(astray))).status).toBe(404);
    expect((await audited()).lines).toEqual([]);
  });
});
