import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRequest, keepAudit } from '../../cms/publishing/audit/kept.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('asking for a truth audit, on $name', (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms.close());

  test('is for admins, and says no to others in their language', async () => {
    const [editor, clinician] = [await cms.signIn('editor'), await cms.signIn('clinician')];
    for (const as of [editor, clinician]) expect((await cms.call('POST', '/audit', { as })).status).toBe(403);
    const { body } = await cms.call('POST', '/audit', { as: editor, headers: { Cookie: 'payload-lng=es' } });
    expect(body.errors[0].message).toBe('Solo las personas administradoras revisan todo.');
    expect((await cms.call('POST', '/audit')).status).toBe(401);
    expect(await auditRequest(cms.payload)).toBeNull();
  });

  test('leaves a request for the publisher, which is under way until a report answers it', async () => {
    const as = await cms.signIn('admin');
    const isUnderWay = async () => (await cms.call('GET', '/audit', { as })).body.isUnderWay;
    expect(await isUnderWay()).toBe(false);
    const { status, body } = await cms.call('POST', '/audit', { as });
    expect([status, body.asked]).toEqual([202, (await auditRequest(cms.payload))?.id]);
    expect(await isUnderWay()).toBe(true);
    const now = new Date().toISOString();
    await keepAudit(cms.payload, { startedAt: now, endedAt: now, asked: body.asked, checked: {}, lines: [], more: 0, open: 0 });
    expect(await isUnderWay()).toBe(false);
    const editor = await cms.signIn('editor');
    expect((await cms.call('GET', '/audit', { as: editor })).body).toEqual({ isUnderWay: false, endedAt: now });
    expect((await cms.call('GET', '/audit')).status).toBe(401);
  });
});
