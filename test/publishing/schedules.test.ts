import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../cms/library/locales.ts';
import { openSchedules } from '../../cms/publishing/schedules/index.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

type Text = Record<string, unknown>;
type Id = number | string;

const before = '2031-07-04T14:29:59.999Z';
const onTime = '2031-07-04T14:30:00.000Z';
const later = '2031-07-05T14:30:00.000Z';

describe.each(databases())('a planned publication, on $name', (kind) => {
  let cms: TestCms;
  let editor: number;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    await cms.payload.updateGlobal({ slug: 'program', data: { name: 'Program', phone: '555', zone: 'America/Chicago' } });
    editor = (
      await cms.payload.create({ collection: 'staff', data: { email: 'ed@example.org', password: 'a long enough password', name: 'Ed', role: 'editor' } })
    ).id;
  });
  afterAll(() => cms.close());

  const guide = (title: string, text = title): Text => ({ title, summary: `On ${title}.`, body: lexical(paragraph(text)) });
  const write = async (data: Text, locale: Locale = 'en') =>
    (await cms.payload.create({ collection: 'articles', locale, data: data as never, draft: data._status !== 'published' })).id;
  const draft = (id: Id, data: Text, locale: Locale = 'en') =>
    cms.payload.update({ collection: 'articles', id, locale, draft: true, data: { ...data, _status: 'draft' } });
  const publish = (id: Id, data: Text, locale: Locale = 'en') =>
    cms.payload.update({ collection: 'articles', id, locale, data: { ...data, _status: 'published' } });
  const plan = async (
    id: Id,
    given: { locale?: Locale; action?: 'publish' | 'unpublish'; day?: string; time?: string; version?: string } = {},
    collection = 'articles',
  ) => {
    const data = { documentCollection: collection, documentId: String(id), locale: 'en', action: 'publish', day: '2031-07-04', time: '09:30', ...given };
    return cms.payload.create({
      collection: 'schedules',
      data: data as never,
      user: { ...(await cms.payload.findByID({ collection: 'staff', id: editor })), collection: 'staff' },
    });
  };
  const carryOut = (now: string) => openSchedules(cms.payload).carryOutDue(now);
  const state = async (id: Id) =>
    (await cms.payload.findByID({ collection: 'schedules', id })) as unknown as { state: string; error: Record<Locale, string> | null; carriedOutAt: string };
  const stands = async (id: Id, locale: Locale = 'en', collection = 'articles') =>
    (await cms.payload.findByID({ collection: collection as 'articles', id, locale, trash: true })) as unknown as Text;
  const form = async (id: Id, locale: Locale = 'en', collection = 'articles') =>
    (await cms.payload.findByID({ collection: collection as 'articles', id, locale, draft: true, trash: true })) as unknown as Text;
  const rows = async (id: Id) =>
    (await cms.payload.find({ collection: 'publications', where: { documentId: { equals: String(id) } }, sort: 'createdAt', pagination: false })).docs;
  /** All that a failed plan must leave as it was. */
  const everything = async (id: Id, collection = 'articles') => ({
    main: await cms.payload.find({ collection: collection as 'articles', where: { id: { equals: id } }, locale: 'all', trash: true }),
    versions: (
      await cms.payload.findVersions({ collection: collection as 'articles', where: { parent: { equals: id } }, locale: 'all', pagination: false, sort: 'id' })
    ).docs,
    rows: await rows(id),
  });

  test('goes out at its time and not before: exactly the chosen version, and what was written later stays the newest draft', async () => {
    const id = await write(guide('Chosen'));
    const { id: planned } = await plan(id);
    await draft(id, { ...guide('Written later'), stage: 'after', sources: [{ title: 'Later', url: 'https://example.org/later' }] });
    expect(await carryOut(before)).toEqual([]);
    expect((await state(planned)).state).toBe('waiting');
    expect((await stands(id))._status).toBe('draft');
    expect(await carryOut(onTime)).toEqual([]);
    expect(await state(planned)).toMatchObject({ state: 'done', carriedOutAt: onTime, error: null });
    expect(await stands(id)).toMatchObject({ ...guide('Chosen'), slug: 'chosen', stage: null, sources: [], _status: 'published' });
    const newest = await form(id);
    expect(newest).toMatchObject({ title: 'Written later', stage: 'after', _status: 'draft' });
    expect((newest.sources as Text[]).map(({ title }) => title)).toEqual(['Later']);
    expect(newest.publishedAt).toBe((await stands(id)).publishedAt);
  });

  test('its receipt says that it was planned, and by whom, when that account is gone too', async () => {
    const someone = await cms.payload.create({
      collection: 'staff',
      data: { email: 'gone@example.org', password: 'a long enough password', name: 'Gone', role: 'editor' },
    });
    const id = await write(guide('Receipt'));
    const mine = await plan(id);
    await carryOut(onTime);
    const [row] = await rows(id);
    expect(row).toMatchObject({ change: 'published', languages: ['en'], state: 'waiting' });
    expect([String((row?.schedule as { id?: Id })?.id ?? row?.schedule), String((row?.by as { id?: Id })?.id ?? row?.by)]).toEqual([
      String(mine.id),
      String(editor),
    ]);
    const theirs = await cms.payload.create({
      collection: 'schedules',
      data: { documentCollection: 'articles', documentId: String(id), locale: 'en', action: 'unpublish', day: '2031-07-05', time: '09:30' } as never,
      user: { ...someone, collection: 'staff' },
    });
    await cms.payload.delete({ collection: 'staff', id: someone.id });
    await carryOut(later);
    expect((await state(theirs.id)).state).toBe('done');
    expect((await rows(id)).map(({ change }) => change)).toEqual(['published', 'unpublished']);
  });

  test('is carried out once, however often the publisher looks', async () => {
    const id = await write(guide('Once'));
    await plan(id);
    await carryOut(onTime);
    await carryOut(later);
    expect(await rows(id)).toHaveLength(1);
  });

  test('a cancelled one does not go out', async () => {
    const id = await write(guide('Cancelled'));
    const { id: planned } = await plan(id);
    await cms.payload.update({ collection: 'schedules', id: planned, data: { state: 'cancelled' } });
    await carryOut(later);
    expect((await stands(id))._status).toBe('draft');
    expect((await state(planned)).state).toBe('cancelled');
  });

  test('leaves the other language as it is: what is published, and what is only a draft', async () => {
    const id = await write(guide('Neighbour'));
    await publish(id, guide('Vecino'), 'es');
    await draft(id, { title: 'Vecino, borrador' }, 'es');
    await plan(id);
    await draft(id, { title: 'Neighbour, later' });
    await carryOut(onTime);
    expect(await stands(id, 'es')).toMatchObject({ title: 'Vecino', slug: 'vecino', _status: 'published' });
    expect(await form(id, 'es')).toMatchObject({ title: 'Vecino, borrador', _status: 'draft' });
    expect(await stands(id)).toMatchObject({ title: 'Neighbour', _status: 'published' });
    expect(await form(id)).toMatchObject({ title: 'Neighbour, later', _status: 'draft' });
  });

  test('two languages go out together, and neither is in the other’s way', async () => {
    const id = await write(guide('Both'));
    await draft(id, guide('Los dos'), 'es');
    const planned = [await plan(id), await plan(id, { locale: 'es' })];
    await carryOut(onTime);
    expect(await Promise.all(planned.map(async (one) => (await state(one.id)).state))).toEqual(['done', 'done']);
    expect([(await stands(id)).title, (await stands(id, 'es')).title]).toEqual(['Both', 'Los dos']);
    expect([(await form(id))._status, (await form(id, 'es'))._status]).toEqual(['published', 'published']);
  });

  test('a text for a while, and the former one again after it', async () => {
    const id = await write({ ...guide('Every day'), _status: 'published' });
    const usual = await plan(id, { day: '2031-07-05' });
    await draft(id, guide('Holiday'));
    const holiday = await plan(id);
    await carryOut(onTime);
    expect(await stands(id)).toMatchObject({ title: 'Holiday', _status: 'published' });
    await carryOut(later);
    expect([(await state(holiday.id)).state, (await state(usual.id)).state]).toEqual(['done', 'done']);
    expect(await stands(id)).toMatchObject({ title: 'Every day', _status: 'published' });
  });

  test('unpublishing takes one language off the site and keeps every draft', async () => {
    const id = await write({ ...guide('Season'), _status: 'published' });
    await publish(id, guide('Temporada'), 'es');
    await plan(id, { action: 'unpublish' });
    await draft(id, { title: 'Season, next year', stage: 'after' });
    await carryOut(onTime);
    expect((await stands(id))._status).toBe('draft');
    expect(await stands(id, 'es')).toMatchObject({ title: 'Temporada', stage: null, _status: 'published' });
    expect(await form(id)).toMatchObject({ title: 'Season, next year', stage: 'after', _status: 'draft' });
    const { docs } = await cms.payload.find({
      collection: 'addresses',
      where: { documentId: { equals: String(id) }, documentCollection: { equals: 'articles' } },
    });
    expect(Object.fromEntries(docs.map(({ path, state: of }) => [path, of]))).toEqual({ '/en/guides/season/': 'gone', '/es/guias/temporada/': 'live' });
  });

  test('unpublishing what is off the site already is done, without a publication', async () => {
    const id = await write({ ...guide('Off'), _status: 'published' });
    const { id: planned } = await plan(id, { action: 'unpublish' });
    await cms.payload.update({ collection: 'articles', id, data: { _status: 'draft' } });
    const count = (await rows(id)).length;
    await carryOut(onTime);
    expect((await state(planned)).state).toBe('done');
    expect(await rows(id)).toHaveLength(count);
  });

  test('a shared field that was published since, and that the version did not change, stays as it is on the site', async () => {
    const segments = [{ from: '2031-07-10', zone: 'America/Chicago', start: '18:30', minutes: 60, repeat: 'once' }];
    const workshop = { kind: 'education', format: 'online', needs: 'nothing', languages: ['en'], withPersonInTreatment: 'no', segments };
    const text = (title: string) => ({ ...workshop, title, summary: 'x' }) as never;
    const { id } = await cms.payload.create({ collection: 'workshops', data: { ...(text('Evening') as object), _status: 'published' } as never });
    await cms.payload.update({ collection: 'workshops', id, locale: 'es', data: { title: 'Tarde', summary: 'x', _status: 'published' } });
    await cms.payload.update({ collection: 'workshops', id, draft: true, data: { title: 'Evening, new words', _status: 'draft' } });
    await plan(id, {}, 'workshops');
    const exceptions = [{ day: '2031-07-10', status: 'cancelled', reason: 'Tormenta' }];
    await cms.payload.update({ collection: 'workshops', id, locale: 'es', data: { exceptions, _status: 'published' } as never });
    await carryOut(onTime);
    const english = await stands(id, 'en', 'workshops');
    expect(english.title).toBe('Evening, new words');
    expect((english.exceptions as Text[]).map(({ day }) => day)).toEqual(['2031-07-10']);
    expect(((await stands(id, 'es', 'workshops')).exceptions as Text[]).map(({ reason }) => reason)).toEqual(['Tormenta']);
  });

  test('a shared field that the version changed goes out with it', async () => {
    const id = await write({ ...guide('Shared'), stage: 'before', _status: 'published' });
    await draft(id, { stage: 'after' });
    await plan(id);
    await carryOut(onTime);
    expect((await stands(id)).stage).toBe('after');
  });

  test('what was taken off the site by hand goes out again as it was planned', async () => {
    const id = await write({ ...guide('Taken off'), _status: 'published' });
    await publish(id, guide('Se queda'), 'es');
    await draft(id, guide('Back again'));
    const { id: planned } = await plan(id);
    await draft(id, guide('Only a draft'));
    await cms.payload.update({ collection: 'articles', id, data: { _status: 'draft' } });
    await carryOut(onTime);
    expect((await state(planned)).state).toBe('done');
    expect(await stands(id)).toMatchObject({ title: 'Back again', _status: 'published' });
    expect(await form(id)).toMatchObject({ title: 'Only a draft', _status: 'draft' });
  });

  test('a field that the program got or lost since is no change of the version', async () => {
    const id = await write(guide('After an update'));
    const { id: planned, prints } = await plan(id);
    const { stage: _, ...chosen } = (prints as unknown as { chosen: Record<string, string> }).chosen;
    const data = { prints: { seen: {}, chosen: { ...chosen, former: 'value' } } };
    await cms.payload.update({ collection: 'schedules', id: planned, data, context: { carryingOut: true } });
    await carryOut(onTime);
    expect((await stands(id))._status).toBe('published');
  });

  const failures: [string, RegExp, RegExp, (id: Id) => Promise<unknown>][] = [
    [
      'its version was deleted',
      /does not exist any more.*plan it again/,
      /ya no existe/,
      async (id) => {
        const { docs } = await cms.payload.findVersions({ collection: 'articles', where: { parent: { equals: id } } });
        await draft(id, { title: 'Newer' });
        await cms.payload.db.deleteVersions({ collection: 'articles', where: { id: { in: docs.map((one) => one.id) } } });
      },
    ],
    [
      'its version was changed',
      /was changed after it was planned/,
      /cambió/,
      async (id) => {
        const { docs } = await cms.payload.findVersions({ collection: 'articles', where: { parent: { equals: id } }, locale: 'all' });
        const [version] = docs as unknown as { id: Id; version: Text }[];
        await cms.payload.db.updateVersion({
          collection: 'articles',
          id: version!.id,
          versionData: { version: { ...version!.version, title: { en: 'Forged' } } } as never,
        });
      },
    ],
    [
      'its document is in the trash',
      /Take it out of the trash/,
      /papelera/,
      (id) => cms.payload.update({ collection: 'articles', id, data: { deletedAt: new Date().toISOString() } }),
    ],
    ['its document was deleted', /was deleted/, /fue borrado/, (id) => cms.payload.delete({ collection: 'articles', id })],
    [
      'its address was taken',
      /slug|Address/i,
      /Dirección|slug/i,
      async (id) => {
        await draft(id, { slug: `another-address-${id}` });
        await write({ ...guide('Taker'), slug: `planned-${id}`, _status: 'published' });
      },
    ],
    [
      'what both languages share was published otherwise by hand',
      /share.*Stage.*Decide/,
      /común.*Etapa.*Decida/,
      (id) => publish(id, { ...guide('Hecho a mano'), stage: 'after' }, 'es'),
    ],
    ['another text was published by hand', /published by hand.*plan the one/, /publicó a mano/, (id) => publish(id, { title: 'Corrected by hand' })],
  ];
  test.each(failures)('when %s it fails, says what to do, and leaves everything as it was', async (_, english, spanish, happens) => {
    const id = await write({ ...guide('Will fail'), _status: 'published' });
    await draft(id, { ...guide('Planned'), slug: `planned-${id}`, stage: 'before' });
    const { id: planned } = await plan(id);
    await happens(id);
    const was = await everything(id);
    expect(await carryOut(onTime)).toEqual([]);
    const { state: is, error } = await state(planned);
    expect(is).toBe('failed');
    expect(error?.en).toMatch(english);
    expect(error?.es).toMatch(spanish);
    expect(await everything(id)).toEqual(was);
  });

  test('what would be refused by hand fails with the field’s name', async () => {
    const id = await write({ title: 'Without a summary' });
    const { id: planned } = await plan(id);
    await carryOut(onTime);
    const { state: is, error } = await state(planned);
    expect([is, error?.en, error?.es]).toEqual([
      'failed',
      expect.stringMatching(/summary.*Write something.*plan it again/i),
      expect.stringMatching(/Escriba algo.*programarlo/),
    ]);
    expect((await stands(id))._status).toBe('draft');
  });

  test('a failed one stops no other', async () => {
    const [bad, good] = [await write({ title: 'Bad one' }), await write(guide('Good one'))];
    await plan(bad);
    await plan(good);
    await carryOut(onTime);
    expect((await stands(good))._status).toBe('published');
  });

  test('a zone whose rules changed is obeyed by the local time', async () => {
    const id = await write(guide('Zone'));
    const { id: planned } = await plan(id);
    await cms.payload.update({ collection: 'schedules', id: planned, data: { at: '2031-07-04T13:30:00.000Z' }, context: { carryingOut: true } });
    await carryOut('2031-07-04T13:30:00.000Z');
    expect((await state(planned)).state).toBe('waiting');
    await carryOut(onTime);
    expect((await state(planned)).state).toBe('done');
  });

  // Without transactions a failure half-way is not undone: the plan waits, and is carried out as a whole again.
  if (kind.name === 'sqlite') {
    const execute = (sql: string) => (cms.payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }).client.execute(sql);

    test('what fails half-way leaves nothing, is returned, and is carried out when it can be', async () => {
      const id = await write(guide('Half-way'));
      const { id: planned } = await plan(id);
      await draft(id, { title: 'Half-way, later' });
      const was = await everything(id);
      const ofTheLaterDraft = `INSERT ON _articles_v_locales WHEN NEW.version_title = 'Half-way, later'`;
      for (const step of ['INSERT ON publications', 'UPDATE ON schedules', 'UPDATE ON articles', 'INSERT ON _articles_v', ofTheLaterDraft]) {
        await execute(`CREATE TRIGGER fails BEFORE ${step} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
        expect(await carryOut(onTime), step).toHaveLength(1);
        expect(await everything(id), step).toEqual(was);
        expect((await state(planned)).state).toBe('waiting');
        await execute('DROP TRIGGER fails');
      }
      expect(await carryOut(onTime)).toEqual([]);
      expect(await stands(id)).toMatchObject({ title: 'Half-way', _status: 'published' });
    });

    test('what is planned for one document keeps its order, though the first has to be tried again', async () => {
      const id = await write({ ...guide('Usual'), _status: 'published' });
      await plan(id, { day: '2031-07-05' });
      await draft(id, guide('For a day'));
      const { id: first } = await plan(id);
      await execute(`CREATE TRIGGER fails BEFORE INSERT ON publications WHEN NEW.schedule_id = ${first} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
      expect(await carryOut(later)).toHaveLength(1);
      expect((await rows(id)).length).toBe(1);
      await execute('DROP TRIGGER fails');
      expect(await carryOut(later)).toEqual([]);
      expect((await rows(id)).length).toBe(3);
      expect((await stands(id)).title).toBe('Usual');
    });
  }
});
