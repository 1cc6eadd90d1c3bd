import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('what is done to several documents, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  let ids: (number | string)[];
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  const write = async (data: object) => (await cms.call('POST', '/topics?draft=true', { as: editor, body: data })).body.doc.id as number | string;
  beforeEach(async () => {
    ids = [await write({ title: 'One', summary: 'x' }), await write({ title: 'Two', summary: 'x' }), await write({ title: 'Three', summary: 'x' })];
  });

  const named = (some = ids) => some.map((id, index) => `where[id][in][${index}]=${id}`).join('&');
  /** As the admin's list sends it. */
  const publish = () => cms.call('PATCH', `/topics?locale=en&draft=true&${named()}`, { as: editor, body: { _status: 'published' } });
  const statuses = async () => {
    const { docs } = await cms.payload.find({ collection: 'topics', where: { id: { in: ids } }, trash: true, sort: 'id' });
    return docs.map(({ _status, deletedAt }) => (deletedAt ? 'trash' : _status));
  };
  const rows = async () =>
    (
      await cms.payload.find({
        collection: 'publications',
        where: { documentCollection: { equals: 'topics' }, documentId: { in: ids.map(String) } },
        sort: 'createdAt',
        pagination: false,
      })
    ).docs;

  test('publishing is one action, and the next one is another', async () => {
    const { status, body } = await publish();
    expect([status, body.docs?.length], JSON.stringify(body)).toEqual([200, 3]);
    expect(await statuses()).toEqual(['published', 'published', 'published']);
    const actions = (await rows()).map(({ action }) => action);
    expect(actions).toEqual([expect.stringMatching(/^.{10,}$/), actions[0], actions[0]]);
    await cms.call('PATCH', `/topics?locale=en&${named()}`, { as: editor, body: { _status: 'draft' } });
    expect(await statuses()).toEqual(['draft', 'draft', 'draft']);
    const next = (await rows()).slice(3).map(({ action }) => action);
    expect(next).toEqual([expect.any(String), next[0], next[0]]);
    expect(next[0]).not.toBe(actions[0]);
  });

  test('putting in the trash and deleting for good are one action each', async () => {
    await publish();
    await cms.call('PATCH', `/topics?locale=en&${named()}`, { as: editor, body: { deletedAt: new Date().toISOString() } });
    expect(await statuses()).toEqual(['trash', 'trash', 'trash']);
    expect(new Set((await rows()).map(({ action }) => action)).size).toBe(2);
    const { status } = await cms.call('DELETE', `/topics?trash=true&${named()}`, { as: editor });
    expect(status).toBe(200);
    expect(await statuses()).toEqual([]);
  });

  test('an action on one document is one, too', async () => {
    await cms.call('PATCH', `/topics/${ids[0]}`, { as: editor, body: { _status: 'published' } });
    await cms.call('PATCH', `/topics/${ids[1]}`, { as: editor, body: { _status: 'published' } });
    expect(new Set((await rows()).map(({ action }) => action)).size).toBe(2);
  });

  // Without transactions, those that could be changed stay changed: see allOrNothing.
  if (kind.name === 'sqlite' || process.env.TEST_MONGODB_URL) {
    test('one that cannot be published keeps all of them back, and is named', async () => {
      await cms.call('PATCH', `/topics/${ids[1]}?draft=true`, { as: editor, body: { summary: '' } });
      const { status, body } = await publish();
      expect(status).toBe(400);
      expect(body.docs).toEqual([]);
      expect(body.errors.map(({ message }: { message: string }) => message)).toEqual([expect.stringMatching(/^“Two”: .*Summary\. Nothing was changed/)]);
      expect(await statuses()).toEqual(['draft', 'draft', 'draft']);
      expect(await rows()).toEqual([]);
      const { docs } = await cms.payload.find({
        collection: 'addresses',
        where: { documentId: { in: ids.map(String) }, documentCollection: { equals: 'topics' } },
      });
      expect(docs).toEqual([]);
      const spanish = await cms.call('PATCH', `/topics?locale=en&draft=true&${named()}`, {
        as: editor,
        body: { _status: 'published' },
        headers: { 'Accept-Language': 'es' },
      });
      expect(spanish.body.errors[0].message).toMatch(/No se cambió nada/);
    });

    test('one that somebody has open keeps all of them from being deleted', async () => {
      const ada = await cms.payload.create({
        collection: 'staff',
        data: { email: `ada${ids[0]}@example.org`, password: 'a long enough password', name: 'Ada', role: 'editor' },
      });
      await cms.payload.db.create({
        collection: 'payload-locked-documents',
        data: {
          document: { relationTo: 'topics', value: ids[2] },
          user: { relationTo: 'staff', value: ada.id },
          updatedAt: new Date().toISOString(),
          createdAt: new Date().toISOString(),
        },
      });
      const { status, body } = await cms.call('DELETE', `/topics?${named()}`, { as: editor });
      expect([status, body.docs]).toEqual([400, []]);
      expect(body.errors[0].message).toMatch(/^“Three”: .*locked.*Nothing was changed/);
      expect(await statuses()).toHaveLength(3);
    });

    test('after a refusal the database takes the next save', async () => {
      await cms.call('PATCH', `/topics/${ids[1]}?draft=true`, { as: editor, body: { summary: '' } });
      await publish();
      await cms.call('PATCH', `/topics/${ids[1]}?draft=true`, { as: editor, body: { summary: 'x' } });
      expect((await publish()).status).toBe(200);
      expect(await statuses()).toEqual(['published', 'published', 'published']);
    });
  } else {
    test('without transactions, those that could be published are, and the answer says which', async () => {
      await cms.call('PATCH', `/topics/${ids[1]}?draft=true`, { as: editor, body: { summary: '' } });
      const { status, body } = await publish();
      expect([status, body.docs.length, body.errors.length]).toEqual([400, 2, 1]);
      expect(await statuses()).toEqual(['published', 'draft', 'published']);
    });
  }

  test.each(['select[title]=true', 'select[updatedAt]=false', 'select='])('a publication is put on record though the request asks for %s', async (select) => {
    await cms.call('PATCH', `/topics?locale=en&draft=true&${select}&${named()}`, { as: editor, body: { _status: 'published' } });
    expect(await rows()).toHaveLength(3);
  });
});
