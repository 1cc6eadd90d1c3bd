import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plansOnDesk } from '../../cms/admin/schedules/plansOnDesk.ts';
import { openSchedules } from '../../cms/publishing/schedules/index.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('planning a publication, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  let clinician: string;
  let id: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    [editor, clinician] = [await cms.signIn('editor'), await cms.signIn('clinician')];
    await cms.payload.updateGlobal({ slug: 'program', data: { name: 'Program', phone: '555', zone: 'America/Chicago' } });
    const { body } = await cms.call('POST', '/articles?draft=true', { as: editor, body: { title: 'Holidays', summary: 'x', body: lexical(paragraph('One')) } });
    id = String(body.doc.id);
  });
  afterAll(() => cms.close());
  beforeEach(async () => {
    const waiting = { state: { equals: 'waiting' } } as const;
    await cms.payload.update({ collection: 'schedules', where: waiting, data: { state: 'cancelled' } });
  });

  const plan = (wrong: object = {}) => ({
    documentCollection: 'articles',
    documentId: id,
    locale: 'en',
    action: 'publish',
    day: '2031-07-04',
    time: '09:30',
    ...wrong,
  });
  const send = (wrong: object = {}, as = editor) => cms.call('POST', '/schedules', { as, body: plan(wrong) });
  const newest = async () =>
    (await cms.payload.findVersions({ collection: 'articles', where: { parent: { equals: id } }, sort: '-updatedAt', limit: 1 })).docs[0]!;

  test('a plan keeps its local time and zone, the moment, who planned it, and exactly which version goes out', async () => {
    const { status, body } = await send();
    expect(status, JSON.stringify(body)).toBe(201);
    const { body: me } = await cms.call('GET', '/staff/me', { as: editor });
    const version = await newest();
    expect(body.doc).toMatchObject({
      day: '2031-07-04',
      time: '09:30',
      zone: 'America/Chicago',
      at: '2031-07-04T14:30:00.000Z',
      state: 'waiting',
      version: String(version.id),
      versionSavedAt: version.updatedAt,
    });
    expect(String(body.doc.by?.id ?? body.doc.by)).toBe(String(me.user.id));
  });

  test('what the program fills in is not for a request to write', async () => {
    const { body } = await send({
      state: 'done',
      at: '2020-01-01T00:00:00.000Z',
      by: null,
      prints: { chosen: {}, seen: {} },
      carriedOutAt: '2020-01-01T00:00:00Z',
    });
    expect(body.doc).toMatchObject({ state: 'waiting', at: '2031-07-04T14:30:00.000Z', carriedOutAt: null });
    expect(body.doc.by).not.toBeNull();
  });

  test('the planned version stays as it is while the editor goes on writing', async () => {
    await cms.call('PATCH', `/articles/${id}?draft=true&autosave=true`, { as: editor, body: { title: 'Holidays, first' } });
    const { body } = await send();
    await cms.call('PATCH', `/articles/${id}?draft=true&autosave=true`, { as: editor, body: { title: 'Holidays, second' } });
    const planned = await cms.payload.findVersionByID({ collection: 'articles', id: body.doc.version });
    expect((planned as unknown as { version: { title: string } }).version.title).toBe('Holidays, first');
    expect(((await newest()) as unknown as { version: { title: string } }).version.title).toBe('Holidays, second');
  });

  test('a clinician reads plans and makes none, and without a session there is nothing', async () => {
    const { body } = await send();
    expect((await send({}, clinician)).status).toBe(403);
    expect((await cms.call('PATCH', `/schedules/${body.doc.id}`, { as: clinician, body: { state: 'cancelled' } })).status).toBe(403);
    expect((await cms.call('GET', `/schedules/${body.doc.id}`, { as: clinician })).body.day).toBe('2031-07-04');
    expect((await cms.call('GET', '/schedules')).status).toBe(401);
    expect((await cms.call('POST', '/schedules', { body: plan() })).status).toBe(401);
    expect((await cms.call('DELETE', `/schedules/${body.doc.id}`, { as: editor })).status).toBe(403);
  });

  test('a plan that waits can be cancelled, once, and nothing else of it changes', async () => {
    const { body } = await send();
    const change = (given: object) => cms.call('PATCH', `/schedules/${body.doc.id}`, { as: editor, body: given });
    expect((await change({ state: 'done' })).status).toBe(409);
    expect((await change({ day: '2032-01-01', version: '1', state: 'cancelled' })).status).toBe(200);
    expect((await change({ state: 'waiting' })).status).toBe(409);
    const { day, version, state } = await cms.payload.findByID({ collection: 'schedules', id: body.doc.id });
    expect({ day, version, state }).toEqual({ day: '2031-07-04', version: body.doc.version, state: 'cancelled' });
  });

  test.each([
    ['a time that has passed', { day: '2020-01-01' }, 'time', /passed/],
    ['a time that the clocks skip', { day: '2031-03-09', time: '02:30' }, 'time', /put forward.*02:30/],
    ['a time that comes twice', { day: '2031-11-02', time: '01:30' }, 'time', /put back.*01:30/],
    ['a day that is not in the calendar', { day: '2031-02-30' }, 'day', /2031-02-30/],
    ['no day', { day: '' }, 'day', /day/],
    ['no time', { time: null }, 'time', /time/],
    ['a zone that is none', { zone: 'Mars/Olympus' }, 'zone', /./],
    ['a part without drafts', { documentCollection: 'places' }, 'documentCollection', /./],
    ['a document that is not there', { documentId: '999999' }, 'documentId', /no such document/],
    ['an id that none can be', { documentId: 'x; drop' }, 'documentId', /no such document/],
    ['a version that is not there', { version: '999999' }, 'version', /no such version/],
    ['a version that none can be', { version: 'latest' }, 'version', /no such version/],
    ['a language that has no text yet', { locale: 'es' }, 'locale', /no text in this language/],
    ['a language that is none', { locale: 'fr' }, 'locale', /./],
  ])('%s is refused by its field', async (_, wrong, path, message) => {
    const before = (await cms.payload.count({ collection: 'schedules' })).totalDocs;
    const { status, body } = await send(wrong);
    const mistakes = (body.errors?.[0]?.data?.errors ?? []) as { path: string; message: string }[];
    expect([status, ...mistakes.map((mistake) => mistake.path)], JSON.stringify(body)).toEqual([400, path]);
    expect(mistakes[0]?.message).toMatch(message);
    expect((await cms.payload.count({ collection: 'schedules' })).totalDocs).toBe(before);
  });

  test('one language of a document has one plan for a moment, until that is cancelled', async () => {
    const { body } = await send();
    const again = await send({ action: 'unpublish' });
    expect([again.status, JSON.stringify(again.body)]).toEqual([400, expect.stringMatching(/planned for this language at this time already/)]);
    await cms.call('PATCH', `/schedules/${body.doc.id}`, { as: editor, body: { state: 'cancelled' } });
    expect((await send({ action: 'unpublish' })).status).toBe(201);
  });

  test('a version of another document is refused', async () => {
    const { body } = await cms.call('POST', '/articles?draft=true', { as: editor, body: { title: 'Another', summary: 'x' } });
    const { docs } = await cms.payload.findVersions({ collection: 'articles', where: { parent: { equals: body.doc.id } } });
    expect((await send({ version: String(docs[0]?.id) })).status).toBe(400);
  });

  test('a document in the trash is refused', async () => {
    const { body } = await cms.call('POST', '/topics?draft=true', { as: editor, body: { title: 'Trash', summary: 'x' } });
    await cms.call('PATCH', `/topics/${body.doc.id}`, { as: editor, body: { deletedAt: new Date().toISOString() } });
    expect((await send({ documentCollection: 'topics', documentId: String(body.doc.id) })).status).toBe(400);
  });

  test('a plan for a version that was saved again since it was read is refused', async () => {
    const version = await newest();
    const path = (seen: string) => `/schedules?seen=${encodeURIComponent(seen)}`;
    expect((await cms.call('POST', path('2020-01-01T00:00:00.000Z'), { as: editor, body: plan() })).status).toBe(409);
    expect((await cms.call('POST', path(version.updatedAt), { as: editor, body: plan() })).status).toBe(201);
  });

  test('a refusal is read in the language of the admin', async () => {
    const { body } = await cms.call('POST', '/schedules', { as: editor, body: plan({ day: '2020-01-01' }), headers: { 'Accept-Language': 'es' } });
    expect(body.errors[0].data.errors[0].message).toMatch(/ya pasó/);
  });

  describe('beside the document', () => {
    const at = (of = id) => `/schedules/of/articles/${of}`;
    const wanted = (given: object = {}) => ({ locales: ['en'], action: 'publish', day: '2031-07-04', time: '09:30', ...given });
    let fresh: string;
    beforeEach(async () => {
      const { body } = await cms.call('POST', '/articles?draft=true', { as: editor, body: { title: 'Beside', summary: 'x' } });
      fresh = String(body.doc.id);
    });
    const look = async (as = editor) => (await cms.call('GET', at(fresh), { as })).body;

    test('the panel knows what would go out, in which languages, and by which clock', async () => {
      const { docs } = await cms.payload.findVersions({ collection: 'articles', where: { parent: { equals: fresh } }, sort: '-updatedAt' });
      expect(await look()).toEqual({
        mayPlan: true,
        zone: 'America/Chicago',
        live: [],
        version: { id: String(docs[0]?.id), savedAt: docs[0]?.updatedAt, texts: ['en'], drafts: ['en', 'es'] },
        plans: [],
      });
      expect((await look(clinician)).mayPlan).toBe(false);
      expect((await cms.call('GET', at('999999'), { as: editor })).status).toBe(404);
      expect((await cms.call('GET', '/schedules/of/staff/1', { as: editor })).status).toBe(404);
    });

    test('several languages are a row each, with who planned them', async () => {
      await cms.call('PATCH', `/articles/${fresh}?draft=true&locale=es`, { as: editor, body: { title: 'Al lado', summary: 'x' } });
      const { status, body } = await cms.call('POST', at(fresh), { as: editor, body: wanted({ locales: ['en', 'es'] }) });
      expect(status, JSON.stringify(body)).toBe(201);
      const { plans } = await look(clinician);
      expect(plans).toMatchObject([
        { locale: 'en', action: 'publish', at: '2031-07-04T14:30:00.000Z', zone: 'America/Chicago', state: 'waiting', by: 'editor' },
        { locale: 'es', action: 'publish', state: 'waiting' },
      ]);
      expect(plans[0].problem).toBeUndefined();
      await cms.call('PATCH', `/schedules/${plans[0].id}`, { as: editor, body: { state: 'cancelled' } });
      expect((await look()).plans.map(({ locale }: { locale: string }) => locale)).toEqual(['es']);
    });

    test('nothing is planned where one of the languages cannot be, and the reason is said', async () => {
      const { status, body } = await cms.call('POST', at(fresh), { as: editor, body: wanted({ locales: ['en', 'es'] }) });
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(/no text in this language/)]);
      expect((await cms.call('POST', at(fresh), { as: editor, body: wanted({ locales: [] }) })).status).toBe(400);
      expect((await cms.call('POST', at(fresh), { as: editor, body: wanted({ locales: 'en' }) })).status).toBe(400);
      expect((await cms.call('POST', at(fresh), { as: clinician, body: wanted() })).status).toBe(403);
      expect((await look()).plans).toEqual([]);
    });

    test('a plan that has been overtaken by a publication says so before its time', async () => {
      await cms.call('POST', at(fresh), { as: editor, body: wanted() });
      await cms.call('PATCH', `/articles/${fresh}`, { as: editor, body: { title: 'By hand', _status: 'published' } });
      expect((await look()).plans[0].problem).toMatch(/published by hand/);
    });

    // It is tried out in a transaction that is taken back.
    if (kind.name === 'sqlite')
      test('what could not go out at its time is refused now, and trying it out leaves nothing', async () => {
        const count = async () => [
          (await cms.payload.count({ collection: 'publications' })).totalDocs,
          (await cms.payload.count({ collection: 'addresses' })).totalDocs,
        ];
        const before = await count();
        await cms.call('PATCH', `/articles/${fresh}?draft=true`, { as: editor, body: { summary: '' } });
        const refused = await cms.call('POST', at(fresh), { as: editor, body: wanted() });
        expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringMatching(/summary.*Write something/i)]);
        await cms.call('PATCH', `/articles/${fresh}?draft=true`, { as: editor, body: { summary: 'x' } });
        expect((await cms.call('POST', at(fresh), { as: editor, body: wanted() })).status).toBe(201);
        expect(await count()).toEqual(before);
        expect((await cms.payload.findByID({ collection: 'articles', id: fresh }))._status).toBe('draft');
      });
  });

  describe('on the dashboard', () => {
    const desk = async (language: 'en' | 'es' = 'en') => {
      const { docs } = await cms.payload.find({ collection: 'staff', where: { role: { equals: 'editor' } } });
      return plansOnDesk(
        { payload: cms.payload, user: { ...docs[0], collection: 'staff' } as never, language, today: '2026-12-01', zone: 'America/Chicago' },
        'Untitled',
      );
    };

    test('what is planned is listed, the next first', async () => {
      await send({ day: '2031-07-05' });
      await send();
      const { ahead } = await desk();
      expect(ahead).toMatchObject([
        { kind: 'Guide', href: `/admin/collections/articles/${id}?locale=en`, locale: 'en', action: 'publish', at: '2031-07-04T14:30:00.000Z' },
        { at: '2031-07-05T14:30:00.000Z' },
      ]);
    });

    test('what was not carried out stays until somebody plans or publishes that document', async () => {
      const document = String((await cms.call('POST', '/articles?draft=true', { as: editor, body: { title: 'Failing' } })).body.doc.id);
      await send({ documentId: document });
      await openSchedules(cms.payload).carryOutDue('2031-07-04T14:30:00.000Z');
      // As it would stand then; the clock of this test is today's.
      const { docs } = await cms.payload.find({ collection: 'schedules', where: { state: { equals: 'failed' }, documentId: { equals: document } } });
      await cms.payload.update({ collection: 'schedules', id: docs[0]!.id, data: { carriedOutAt: new Date().toISOString() }, context: { carryingOut: true } });
      expect((await desk()).failed.map(({ title, error }) => [title, error])).toEqual([['Failing', expect.stringMatching(/Write something/)]]);
      expect((await desk('es')).failed[0]?.error).toMatch(/Escriba algo/);
      await cms.call('PATCH', `/articles/${document}`, { as: editor, body: { summary: 'x', _status: 'published' } });
      expect((await desk()).failed).toEqual([]);
    });

    test('a plan whose time passed half a minute ago means that the publisher is behind', async () => {
      const { body } = await send();
      const health = async () => (await cms.call('GET', '/health')).body.publisher;
      await cms.payload.update({ collection: 'publications', where: { state: { equals: 'waiting' } }, data: { state: 'live' } });
      const due = (secondsAgo: number) =>
        cms.payload.update({
          collection: 'schedules',
          id: body.doc.id,
          data: { at: new Date(Date.now() - secondsAgo * 1000).toISOString() },
          context: { carryingOut: true },
        });
      await due(20);
      expect(await health()).toBe('keeping up');
      await due(31);
      expect(await health()).toBe('behind');
    });
  });
});
