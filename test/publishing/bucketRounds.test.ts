import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
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
});
