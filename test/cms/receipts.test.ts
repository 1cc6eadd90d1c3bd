import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Desk } from '../../cms/admin/dashboard/desk.ts';
import { readReceipts } from '../../cms/admin/receipts/readReceipts.ts';
import { secondsToLive } from '../../cms/admin/receipts/receipt.ts';
import { said } from '../../cms/fields/said.ts';
import type { Publication } from '../../cms/payload-types.ts';
import { reasonText } from '../../cms/publishing/reasons.ts';
import { targetReceipts } from '../../cms/publishing/targets/targetReceipts.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

describe.each(databases())('receipts, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  let clinician: string;
  let topic: number | string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    [editor, clinician] = [await cms.signIn('editor'), await cms.signIn('clinician')];
  });
  afterAll(() => cms.close());
  beforeEach(async () => {
    const { body } = await cms.call('POST', '/topics?locale=en', {
      as: editor,
      body: { title: `Rest ${Math.random()}`, summary: 'On resting.', _status: 'published' },
    });
    topic = body.doc.id;
    await cms.payload.delete({ collection: 'publications', where: { id: { exists: true } } });
  });

  const receipt = async (data: Partial<Publication>): Promise<number | string> => {
    const row = { documentCollection: 'topics', documentId: String(topic), change: 'published', state: 'waiting', savedAt: ago(10) } as const;
    return (await cms.payload.create({ collection: 'publications', data: { ...row, languages: ['en'], ...data } })).id;
  };
  /** The id of a document that is not there. */
  const nowhere = (n: number) => (kind.name === 'mongodb' ? `65f0000000000000000${n + 10_000}` : String(90_000 + n));
  const rowOf = (id: number | string) => cms.payload.findByID({ collection: 'publications', id });
  const standing = async (language = 'en', as = editor) =>
    (await cms.call('GET', `/standing/topics/${topic}?locale=en`, { as, headers: { Cookie: `payload-lng=${language}` } })).body;
  const desk = (language: 'en' | 'es' = 'en'): Desk => ({ payload: cms.payload, user: null, language, today: '2026-11-23', zone: 'America/New_York' });
  const list = async (language: 'en' | 'es' = 'en') => {
    const { docs } = await cms.payload.find({ collection: 'staff', where: { role: { equals: 'editor' } }, limit: 1 });
    const user = docs[0] && { ...docs[0], collection: 'staff' as const };
    return readReceipts({ ...desk(language), user: user ?? null }, '?');
  };

  describe('beside the document', () => {
    test('a change says that it waits, that it is printed and on its way, and how long it took to be live everywhere', async () => {
      const savedAt = ago(10);
      const at = (seconds: number) => new Date(Date.parse(savedAt) + seconds * 1000).toISOString();
      const id = await receipt({ savedAt });
      expect(await standing()).toMatchObject({ publication: { state: 'waiting', live: [] }, mayPublish: true });
      const printed = { state: 'pushing', renderedAt: at(0.2), liveAt: { folder: at(0.4), bucket: null }, pages: 7 } as const;
      await cms.payload.update({ collection: 'publications', id, data: printed });
      const { publication: halfway } = await standing();
      expect(halfway).toMatchObject({ state: 'pushing', printed: 0.2, live: [{ target: 'folder', after: 0.4 }, { target: 'bucket' }], pages: 7 });
      expect(secondsToLive(halfway)).toBeUndefined();
      await cms.payload.update({ collection: 'publications', id, data: { state: 'live', liveAt: { bucket: at(1.5), folder: at(0.4) } } });
      const { publication: whole, pages } = await standing();
      expect(whole.live.map(({ target }: { target: string }) => target)).toEqual(['folder', 'bucket']);
      expect(secondsToLive(whole)).toBe(1.5);
      expect(pages).toEqual({ en: expect.stringContaining('/en/topics/rest-') });
    });

    test('settings that stand on every page have a receipt too, with links to where they are seen', async () => {
      const { body: none } = await cms.call('GET', '/standing/globals/program?locale=en', { as: editor });
      expect(none).toEqual({ pages: { en: expect.stringMatching(/\/en\/$/), es: expect.stringMatching(/\/es\/$/) }, mayPublish: true });
      await receipt({ documentCollection: 'program', documentId: '', change: 'settings', state: 'live', liveAt: { folder: ago(9) } });
      expect((await cms.call('GET', '/standing/globals/program?locale=en', { as: editor })).body).toMatchObject({
        publication: { state: 'live', change: 'settings' },
      });
      expect((await cms.call('GET', '/standing/globals/nonsense?locale=en', { as: editor })).status).toBe(404);
    });

    test('a failure says what to do in the language of the reader, and offers to try again only to those who publish', async () => {
      await receipt({ state: 'failed', error: reasonText(said('Correct the body.', 'Corrija el texto.')) });
      expect(await standing('en')).toMatchObject({ publication: { state: 'failed', error: 'Correct the body.' }, mayPublish: true });
      expect(await standing('es')).toMatchObject({ publication: { error: 'Corrija el texto.' } });
      expect(await standing('en', clinician)).toMatchObject({ mayPublish: false });
    });
  });

  describe('try again', () => {
    const again = (body: unknown, as = editor, language = 'en') =>
      cms.call('POST', '/receipts/again', { as, body, headers: { Cookie: `payload-lng=${language}` } });

    test('has what failed wait for the publisher once more, and leaves everything else as it is', async () => {
      const failed = await receipt({ state: 'failed', error: 'No space left.' });
      const live = await receipt({ state: 'live', liveAt: { folder: ago(1) } });
      expect(await again({ ids: [failed, live] })).toMatchObject({ status: 200, body: { again: 1 } });
      expect(await rowOf(failed)).toMatchObject({ state: 'waiting', error: null });
      expect(await rowOf(live)).toMatchObject({ state: 'live' });
    });

    test('is for editors and admins', async () => {
      const failed = await receipt({ state: 'failed' });
      expect((await again({ ids: [failed] }, clinician)).status).toBe(403);
      expect((await again({ ids: [failed] }, '')).status).toBe(401);
      expect(await rowOf(failed)).toMatchObject({ state: 'failed' });
      expect((await again({ ids: [failed] }, await cms.signIn('admin'))).status).toBe(200);
    });

    test.each([
      ['nothing', undefined],
      ['no list', { ids: 'all' }],
      ['an empty list', { ids: [] }],
      ['a question in place of an id', { ids: [{ $ne: '' }] }],
      ['words in place of an id', { ids: ['x or 1'] }],
    ])('%s is refused in the language of the reader', async (_what, body) => {
      expect(await again(body, editor, 'es')).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringMatching(/^Indique/) }] } });
    });

    test('an id of the other kind of database finds nothing and breaks nothing', async () => {
      for (const id of ['65f000000000000000000000', 'abc', 999_999]) expect(await again({ ids: [id] })).toMatchObject({ status: 200, body: { again: 0 } });
    });
  });

  describe('the list', () => {
    test('what one person did at one moment to several documents is one receipt, as bad as its worst part', async () => {
      const { docs } = await cms.payload.find({ collection: 'staff', where: { role: { equals: 'editor' } }, limit: 1 });
      await receipt({ action: 'a', by: docs[0]?.id, state: 'live' });
      await receipt({ action: 'a', by: docs[0]?.id, state: 'pushing', documentId: nowhere(1) });
      await receipt({ action: 'b', state: 'live', savedAt: ago(5) });
      const { failed, recent } = await list();
      expect(failed).toEqual([]);
      expect(recent.map(({ parts, state, by }) => [parts.length, state, by])).toEqual([
        [1, 'live', undefined],
        [2, 'pushing', 'editor'],
      ]);
      expect(recent[0]?.parts[0]?.document).toMatchObject({ title: expect.stringMatching(/^Rest/), href: expect.stringContaining(`/topics/${topic}`) });
    });

    test('failures come first until the document is published again', async () => {
      await receipt({ state: 'failed', error: reasonText(said('Full.', 'Lleno.')), savedAt: ago(100_000) });
      await receipt({ state: 'live', documentId: nowhere(1), savedAt: ago(1) });
      expect((await list('es')).failed.map(({ parts }) => parts[0]?.error)).toEqual(['Lleno.']);
      await receipt({ state: 'live', savedAt: ago(1) });
      const { failed, recent } = await list();
      expect(failed).toEqual([]);
      expect(recent.map(({ state }) => state).sort()).toEqual(['failed', 'live', 'live']);
    });

    test('a failure stays in sight however much was published since', async () => {
      await receipt({ state: 'failed', savedAt: ago(100_000) });
      for (let n = 0; n < 55; n += 1) await receipt({ state: 'live', documentId: nowhere(n), savedAt: ago(n + 1) });
      const { failed, recent } = await list();
      expect(failed).toHaveLength(1);
      expect(recent).toHaveLength(50);
    });
  });

  describe('of another target', () => {
    const publication = async (id: number | string) => ({ id, row: { collection: 'topics', id: String(topic) } });

    test('it says why it is late, and is live when the last target has it', async () => {
      const folder = ago(9);
      const id = await receipt({ state: 'pushing', liveAt: { folder, bucket: null, mirror: null } });
      const receipts = targetReceipts(cms.payload);
      expect((await receipts.unfinished()).map((each) => each.id)).toEqual([id]);
      await receipts.late('bucket', [await publication(id)], said('The bucket does not answer.', 'El bucket no responde.'));
      expect((await standing('es')).publication).toMatchObject({ state: 'pushing', error: 'El bucket no responde.' });
      await receipts.reached('bucket', [await publication(id)]);
      expect(await rowOf(id)).toMatchObject({ state: 'pushing', error: null, liveAt: { folder, mirror: null, bucket: expect.stringMatching(/^\d{4}-/) } });
      await receipts.reached('mirror', [await publication(id)]);
      expect(await rowOf(id)).toMatchObject({ state: 'live' });
      expect(await receipts.unfinished()).toEqual([]);
    });

    test('a publication that somebody sent on its way again is not called live by an older push', async () => {
      const id = await receipt({ state: 'waiting' });
      await targetReceipts(cms.payload).reached('bucket', [await publication(id)]);
      expect(await rowOf(id)).toMatchObject({ state: 'waiting' });
    });
  });

  describe('the health check', () => {
    const health = () => cms.call('GET', '/health');

    test('a change that waits for half a minute means that the publisher is behind', async () => {
      await receipt({ savedAt: ago(20) });
      expect(await health()).toMatchObject({ status: 200, body: { publisher: 'keeping up', publications: 'none failed' } });
      await receipt({ savedAt: ago(31) });
      expect(await health()).toMatchObject({ status: 503, body: { publisher: 'behind' } });
    });

    test('a failure is said, and takes no admin out of service; once mended it is said no longer', async () => {
      await receipt({ state: 'failed', savedAt: ago(60) });
      expect(await health()).toMatchObject({ status: 200, body: { publications: 'some failed' } });
      await receipt({ state: 'live', savedAt: ago(1) });
      expect((await health()).body).toMatchObject({ publications: 'none failed' });
    });

    test('a bucket that is behind is said where there is one', async () => {
      await receipt({ state: 'pushing', savedAt: ago(31) });
      expect((await health()).body).not.toHaveProperty('targets');
      for (const [name, value] of Object.entries({ S3_BUCKET: 'families', S3_REGION: 'r', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' }))
        vi.stubEnv(name, value);
      expect(await health()).toMatchObject({ status: 200, body: { targets: 'behind' } });
      for (const name of ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']) vi.stubEnv(name, '');
    });
  });
});
