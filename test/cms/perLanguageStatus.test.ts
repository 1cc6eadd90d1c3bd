import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('a status in each language, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  const text = (title: string) => ({ title, summary: `On ${title}.`, body: lexical(paragraph(title)) });
  const rowsOf = async (id: number | string, collection = 'topics') =>
    (
      await cms.payload.find({
        collection: 'publications',
        where: { documentCollection: { equals: collection }, documentId: { equals: String(id) } },
        sort: 'createdAt',
        pagination: false,
      })
    ).docs;
  const addressesOf = async (id: number | string, collection = 'topics') =>
    Object.fromEntries(
      (
        await cms.payload.find({
          collection: 'addresses',
          where: { documentCollection: { equals: collection }, documentId: { equals: String(id) } },
          pagination: false,
        })
      ).docs.map((row) => [row.path, row.state]),
    );
  const publicRow = (id: number | string) => cms.payload.findByID({ collection: 'topics', id, locale: 'all', depth: 0 }) as Promise<unknown>;

  test('publishing English does not publish the unfinished Spanish', async () => {
    const { body } = await cms.call('POST', '/articles?locale=en&draft=true', { as: editor, body: text('Sleep') });
    const id = body.doc.id;
    await cms.call('PATCH', `/articles/${id}?locale=es&draft=true&autosave=true`, { as: editor, body: text('Dormir a medias') });
    expect(await rowsOf(id, 'articles')).toEqual([]);
    expect((await cms.call('PATCH', `/articles/${id}?locale=en`, { as: editor, body: { _status: 'published' } })).status).toBe(200);
    const row = (await cms.payload.findByID({ collection: 'articles', id, locale: 'all', depth: 0 })) as unknown as { _status: Record<string, string> };
    expect(row._status.en).toBe('published');
    expect(row._status.es).not.toBe('published');
    expect((await rowsOf(id, 'articles')).map(({ change, languages }) => [change, languages])).toEqual([['published', ['en']]]);
    expect(await addressesOf(id, 'articles')).toEqual({ '/en/guides/sleep/': 'live' });
  });

  test('both languages at once are published only where both are written', async () => {
    const { body } = await cms.call('POST', '/topics?locale=en&draft=true', { as: editor, body: { title: 'Both', summary: 'x' } });
    const { id } = body.doc;
    await cms.call('PATCH', `/topics/${id}?locale=es&draft=true`, { as: editor, body: { title: 'Ambos' } });
    const publish = () => cms.call('PATCH', `/topics/${id}?locale=en&publishAllLocales=true`, { as: editor, body: { _status: 'published' } });
    const refused = await publish();
    expect([refused.status, refused.body.errors[0].data.errors]).toEqual([
      400,
      [{ path: 'summary', label: 'Summary', message: expect.stringContaining('The Spanish text has none of this yet') }],
    ]);
    expect(await rowsOf(id)).toEqual([]);
    await cms.call('PATCH', `/topics/${id}?locale=es&draft=true`, { as: editor, body: { summary: 'y' } });
    expect((await publish()).status).toBe(200);
    expect(await publicRow(id)).toMatchObject({ _status: { en: 'published', es: 'published' } });
  });

  test('a draft over a published text leaves what is public as it is, and no row', async () => {
    const { id } = await cms.payload.create({ collection: 'topics', locale: 'en', data: { title: 'Money', summary: 'On money.', _status: 'published' } });
    const before = await publicRow(id);
    expect(
      (await cms.call('PATCH', `/topics/${id}?locale=en&draft=true&autosave=true`, { as: editor, body: { title: 'Money, half', _status: 'draft' } })).status,
    ).toBe(200);
    expect(await publicRow(id)).toEqual(before);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  test('each change that families see leaves one row, and the addresses agree', async () => {
    const { id } = await cms.payload.create({ collection: 'topics', locale: 'en', data: { title: 'Work', summary: 'On work.', _status: 'published' } });
    await cms.payload.update({ collection: 'topics', id, locale: 'es', data: { title: 'Trabajo', summary: 'Sobre el trabajo.', _status: 'published' } });
    expect(await addressesOf(id)).toEqual({ '/en/topics/work/': 'live', '/es/temas/trabajo/': 'live' });
    await cms.payload.update({ collection: 'topics', id, locale: 'en', data: { slug: 'jobs', _status: 'published' } });
    expect(await addressesOf(id)).toEqual({ '/en/topics/work/': 'moved', '/en/topics/jobs/': 'live', '/es/temas/trabajo/': 'live' });
    await cms.payload.update({ collection: 'topics', id, locale: 'en', data: { _status: 'draft' } });
    expect(await addressesOf(id)).toEqual({ '/en/topics/work/': 'gone', '/en/topics/jobs/': 'gone', '/es/temas/trabajo/': 'live' });
    await cms.payload.update({ collection: 'topics', id, locale: 'es', data: { deletedAt: new Date().toISOString() } });
    expect((await addressesOf(id))['/es/temas/trabajo/']).toBe('gone');
    await cms.payload.delete({ collection: 'topics', id, trash: true });
    const rows = await rowsOf(id);
    expect(rows.map(({ change }) => change)).toEqual(['published', 'published', 'published', 'published', 'deleted']);
    expect(rows[3]?.languages).toEqual(expect.arrayContaining(['en']));
  });

  test('the id of a deleted document never names another one', async () => {
    const [first, second] = [
      await cms.payload.create({ collection: 'topics', draft: true, data: {} as never }),
      await cms.payload.create({ collection: 'topics', draft: true, data: {} as never }),
    ];
    await cms.payload.delete({ collection: 'topics', id: second.id });
    const third = await cms.payload.create({ collection: 'topics', draft: true, data: {} as never });
    expect([first.id, second.id]).not.toContain(third.id);
  });

  test('what was never public leaves no row when it is deleted', async () => {
    const { id } = await cms.payload.create({ collection: 'topics', draft: true, data: { title: 'Nobody saw' } as never });
    await cms.payload.delete({ collection: 'topics', id });
    expect(await rowsOf(id)).toEqual([]);
  });

  test('a change of the program is a row of its own', async () => {
    const { status } = await cms.call('POST', '/globals/program', { as: editor, body: { name: 'Program', phone: '555', zone: 'America/New_York' } });
    expect(status).toBe(200);
    const { docs } = await cms.payload.find({ collection: 'publications', where: { documentCollection: { equals: 'program' } } });
    expect(docs.map(({ change, state }) => [change, state])).toEqual([['settings', 'waiting']]);
  });

  test('a row that its save did not commit is not there', async () => {
    if (kind.name === 'mongodb') return;
    const count = async () => (await cms.payload.count({ collection: 'publications' })).totalDocs;
    const before = await count();
    const id = await cms.payload.db.beginTransaction();
    await cms.payload.create({ collection: 'topics', data: { title: 'Taken back', summary: 'x', _status: 'published' }, req: { transactionID: id as string } });
    await cms.payload.db.rollbackTransaction(id as string);
    expect(await count()).toBe(before);
  });
});
