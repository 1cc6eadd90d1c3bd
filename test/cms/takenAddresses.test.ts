import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSchedules } from '../../cms/publishing/schedules/index.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('taking an address that leads to another document, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  let made = 0;
  const name = () => `Topic ${++made}`;
  const send = (method: string, path: string, body?: object, language = 'en') =>
    cms.call(method, path, { as: editor, headers: { 'Accept-Language': language }, ...(body && { body }) });
  const create = async (data: object, query = '?locale=en') =>
    (await send('POST', `/topics${query}`, { summary: 'x', _status: 'published', ...data })).body.doc;
  const save = (id: string | number, data: object, { query = '?locale=en', language = 'en' } = {}) =>
    send('PATCH', `/topics/${id}${query}`, { _status: 'published', ...data }, language);
  const draft = (id: string | number, data: object) => save(id, { ...data, _status: 'draft' }, { query: '?locale=en&draft=true' });
  const mistakes = (body: { errors?: { data?: { errors?: { path: string; message: string }[] } }[] }) =>
    Object.fromEntries((body.errors?.[0]?.data?.errors ?? []).map(({ path, message }) => [path, message]));
  const slugOf = async (id: string | number, query = '') => (await send('GET', `/topics/${id}?locale=en${query}`)).body.slug;
  const stateAt = async (path: string) => {
    const { docs } = await cms.payload.find({ collection: 'addresses', where: { path: { equals: path } } });
    return Object.fromEntries(docs.map(({ documentId, state }) => [documentId, state]));
  };

  /** A document that has moved on from an address, which now leads to it. */
  async function moved() {
    const title = name();
    const doc = await create({ title });
    const former = doc.slug as string;
    await save(doc.id, { slug: `${former}-moved` });
    return { id: doc.id as string | number, title, former, path: `/en/topics/${former}/` };
  }

  test('publishing there is refused by the field, with the name of the other document and what happens', async () => {
    const other = await moved();
    const mine = await create({ title: name() });
    const { status, body } = await save(mine.id, { slug: other.former });
    expect(status).toBe(400);
    expect(mistakes(body).slug).toBe(`${other.path} leads to “${other.title}” today. If you take it, its old links will show this page instead.`);
    expect(Object.keys(mistakes(body))).toEqual(['slug', 'takeAddress']);
    expect(await slugOf(mine.id)).toBe(mine.slug);
    expect(await stateAt(other.path)).toEqual({ [String(other.id)]: 'moved' });
    const spanish = await save(mine.id, { slug: other.former }, { language: 'es' });
    expect(mistakes(spanish.body).slug).toBe(`${other.path} lleva hoy a “${other.title}”. Si la toma, los enlaces viejos mostrarán esta página.`);
  });

  test('a new document asks too, and takes it when that is what the editor wants', async () => {
    const other = await moved();
    const body = { title: name(), summary: 'x', slug: other.former, _status: 'published' };
    expect(mistakes((await send('POST', '/topics?locale=en', body)).body).slug).toContain(other.title);
    const taken = await send('POST', '/topics?locale=en', { ...body, takeAddress: true });
    expect([taken.status, taken.body.doc.slug]).toEqual([201, other.former]);
    expect(await stateAt(other.path)).toEqual({ [String(other.id)]: 'moved', [String(taken.body.doc.id)]: 'live' });
  });

  test('a yes holds for one save: nothing of it is kept', async () => {
    const [first, second] = [await moved(), await moved()];
    const mine = await create({ title: name() });
    await draft(mine.id, { slug: first.former, takeAddress: true });
    expect(mistakes((await save(mine.id, { slug: first.former })).body).slug).toContain(first.title);
    expect((await save(mine.id, { slug: first.former, takeAddress: true })).status).toBe(200);
    expect(mistakes((await save(mine.id, { slug: second.former })).body).slug).toContain(second.title);
    expect((await send('GET', `/topics/${mine.id}?locale=en`)).body.takeAddress ?? null).toBeNull();
  });

  test('a draft does not ask before it is published', async () => {
    const other = await moved();
    const mine = await create({ title: name(), slug: other.former, _status: 'draft' }, '?locale=en&draft=true');
    expect(mine.slug).toBe(other.former);
    expect((await draft(mine.id, { summary: 'y' })).status).toBe(200);
    expect(mistakes((await save(mine.id, {})).body).slug).toContain(other.title);
    expect((await save(mine.id, { takeAddress: true })).status).toBe(200);
  });

  test('publishing every language at once asks for each of them', async () => {
    const other = await moved();
    await save(other.id, { title: 'Otro', summary: 'x', slug: `${other.former}-es` }, { query: '?locale=es' });
    await save(other.id, { slug: `${other.former}-otra` }, { query: '?locale=es' });
    const mine = await create({ title: name(), _status: 'draft' }, '?locale=en&draft=true');
    await save(mine.id, { title: 'Mío', summary: 'x', slug: `${other.former}-es`, _status: 'draft' }, { query: '?locale=es&draft=true' });
    const { status, body } = await save(mine.id, {}, { query: '?locale=en&publishAllLocales=true' });
    expect([status, mistakes(body).slug]).toEqual([400, expect.stringContaining(`/es/temas/${other.former}-es/ leads to “Otro”`)]);
    expect((await save(mine.id, {}, { query: '?locale=en' })).status).toBe(200);
  });

  test('an address made from the title takes nobody’s: it gets a number', async () => {
    const other = await moved();
    expect((await create({ title: other.title })).slug).toBe(`${other.former}-2`);
  });

  test('a copy gets an address of its own', async () => {
    const other = await moved();
    const mine = await create({ title: other.title, slug: other.former, takeAddress: true });
    const { body } = await send('POST', `/topics/${mine.id}/duplicate?locale=en`, {});
    expect(body.doc.slug).toBe(`${other.former}-2`);
  });

  test('an address that says gone asks as well, also when its document was deleted', async () => {
    const other = await moved();
    await save(other.id, { _status: 'draft' });
    const mine = await create({ title: name() });
    expect(mistakes((await save(mine.id, { slug: other.former })).body).slug).toContain(`was the address of “${other.title}”, and says that it is gone`);
    await cms.payload.delete({ collection: 'topics', id: other.id });
    expect(mistakes((await save(mine.id, { slug: other.former })).body).slug).toContain('was the address of a document that was deleted');
    expect((await save(mine.id, { slug: other.former, takeAddress: true })).status).toBe(200);
  });

  test('two documents exchange their addresses', async () => {
    const [a, b] = [await create({ title: name() }), await create({ title: name() })];
    await save(a.id, { slug: `${a.slug}-aside` });
    expect((await save(b.id, { slug: a.slug })).status).toBe(400);
    expect((await save(b.id, { slug: a.slug, takeAddress: true })).status).toBe(200);
    expect((await save(a.id, { slug: b.slug, takeAddress: true })).status).toBe(200);
    expect([await slugOf(a.id), await slugOf(b.id)]).toEqual([b.slug, a.slug]);
    expect(await stateAt(`/en/topics/${a.slug}/`)).toEqual({ [String(a.id)]: 'moved', [String(b.id)]: 'live' });
    expect(await stateAt(`/en/topics/${b.slug}/`)).toEqual({ [String(a.id)]: 'live', [String(b.id)]: 'moved' });
  });

  test('what comes back to its own address is not asked again: after unpublishing, from the trash, and from a former one', async () => {
    const other = await moved();
    const mine = await create({ title: name(), slug: other.former, takeAddress: true });
    await save(mine.id, { _status: 'draft' });
    expect((await save(mine.id, {})).status).toBe(200);
    await save(mine.id, { deletedAt: new Date().toISOString() });
    expect((await save(mine.id, { deletedAt: null }, { query: '?locale=en&trash=true' })).status).toBe(200);
    expect((await stateAt(other.path))[String(mine.id)]).toBe('live');
    const alone = await moved();
    expect((await save(alone.id, { slug: alone.former })).status).toBe(200);
  });

  test('an old version does not come back to an address that another document had since; as a draft it does', async () => {
    const first = await moved();
    const { docs } = await cms.payload.findVersions({ collection: 'topics', where: { parent: { equals: first.id } }, sort: 'createdAt', limit: 1 });
    const second = await create({ title: name(), slug: first.former, takeAddress: true });
    await save(second.id, { slug: `${first.former}-on` });
    const restore = (query = '') => send('POST', `/topics/versions/${docs[0]?.id}${query}`);
    const refused = await restore();
    expect([refused.status, mistakes(refused.body).slug]).toEqual([400, expect.stringContaining(`leads to “${second.title}”`)]);
    expect((await restore('?draft=true')).status).toBe(200);
    expect([await slugOf(first.id), await slugOf(first.id, '&draft=true')]).toEqual([`${first.former}-moved`, first.former]);
    expect((await save(first.id, { slug: first.former, takeAddress: true })).status).toBe(200);
  });

  test('an old version comes back to its own address, which nobody else had', async () => {
    const mine = await moved();
    const { docs } = await cms.payload.findVersions({ collection: 'topics', where: { parent: { equals: mine.id } }, sort: 'createdAt', limit: 1 });
    const { status, body } = await send('POST', `/topics/versions/${docs[0]?.id}`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await stateAt(mine.path)).toEqual({ [String(mine.id)]: 'live' });
    expect(await stateAt(`/en/topics/${mine.former}-moved/`)).toEqual({ [String(mine.id)]: 'moved' });
  });

  test('a plan that would take it is refused; one that meets it only when its time comes fails and says why', async () => {
    const other = await moved();
    const plan = (id: string | number) =>
      send('POST', '/schedules', { documentCollection: 'topics', documentId: String(id), locale: 'en', action: 'publish', day: '2031-07-04', time: '09:30' });
    const mine = await create({ title: name(), slug: other.former, _status: 'draft' }, '?locale=en&draft=true');
    const refused = await plan(mine.id);
    expect([refused.status, mistakes(refused.body).locale]).toEqual([400, expect.stringMatching(/leads to .* A plan cannot take it/)]);

    const free = `free-${name().replace(' ', '-').toLowerCase()}`;
    const later = await create({ title: name(), slug: free, _status: 'draft' }, '?locale=en&draft=true');
    const planned = await plan(later.id);
    await cms.payload.create({
      collection: 'addresses',
      data: { locale: 'en', path: `/en/topics/${free}/`, documentCollection: 'topics', documentId: String(other.id), state: 'moved' },
    });
    await openSchedules(cms.payload).carryOutDue('2031-07-05T00:00:00.000Z');
    const { body } = await send('GET', `/schedules/${planned.body.doc.id}`);
    expect(body).toMatchObject({ state: 'failed', error: { en: expect.stringContaining(other.title), es: expect.stringContaining('lleva hoy a') } });
    expect(await slugOf(later.id)).toBe(free);
    expect((await stateAt(`/en/topics/${free}/`))[String(later.id)]).toBeUndefined();
  });
});
