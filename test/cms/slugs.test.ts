import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('addresses made from titles, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  const create = (data: object, query = '') =>
    cms.call('POST', `/topics?locale=en${query}`, { as: editor, body: { summary: 'x', _status: 'published', ...data } });

  test('a title becomes an address without accents or signs', async () => {
    expect((await create({ title: 'Recaída: ¿y ahora?' })).body.doc.slug).toBe('recaida-y-ahora');
  });

  test('a made address that is taken gets a number, whichever language has it', async () => {
    await create({ title: 'Home life' });
    const second = await create({ title: 'Home life' });
    expect(second.body.doc.slug).toBe('home-life-2');
    const spanish = await cms.call('PATCH', `/topics/${second.body.doc.id}?locale=es`, {
      as: editor,
      body: { title: 'Home life', summary: 'x', _status: 'published' },
    });
    expect(spanish.body.doc.slug).toBe('home-life-2');
    const own = await create({ title: 'Plan' });
    const same = await cms.call('PATCH', `/topics/${own.body.doc.id}?locale=es`, { as: editor, body: { title: 'Plan', summary: 'x', _status: 'published' } });
    expect(same.body.doc.slug).toBe('plan');
  });

  test.each([
    ['a published document', async () => void (await create({ title: 'Taken by live' })), 'taken-by-live'],
    ['a draft', async () => void (await create({ title: 'Taken by draft', _status: 'draft' }, '&draft=true')), 'taken-by-draft'],
    [
      'a draft over a published document',
      async () => {
        const { body } = await create({ title: 'Taken soon' });
        await cms.call('PATCH', `/topics/${body.doc.id}?locale=en&draft=true`, { as: editor, body: { slug: 'taken-by-change' } });
      },
      'taken-by-change',
    ],
    [
      'something in the trash',
      async () => {
        const { body } = await create({ title: 'Taken by trash' });
        await cms.call('PATCH', `/topics/${body.doc.id}?locale=en`, { as: editor, body: { deletedAt: new Date().toISOString() } });
      },
      'taken-by-trash',
    ],
  ])('a written address that belongs to %s is refused by name', async (_, prepare, slug) => {
    await prepare();
    const { status, body } = await create({ title: 'Another', slug });
    expect(status).toBe(400);
    expect(body.errors[0].data.errors[0]).toMatchObject({ path: 'slug', message: expect.stringContaining('Choose another') });
  });

  test.each(['search', 'buscar', 'guides', 'admin'])('the address %s belongs to the site', async (slug) => {
    const { status, body } = await create({ title: 'Mine', slug });
    expect(status).toBe(400);
    expect(body.errors[0].data.errors[0].path).toBe('slug');
    expect((await create({ title: slug })).body.doc.slug).toBe(`${slug}-2`);
  });

  test('empty drafts stand beside one another', async () => {
    for (let number = 0; number < 3; number++) expect(await cms.call('POST', '/topics?draft=true', { as: editor, body: {} })).toMatchObject({ status: 201 });
  });

  test('while it was never public the address follows the title; afterwards it stays', async () => {
    const { body } = await create({ title: 'Ho', _status: 'draft' }, '&draft=true');
    const save = async (data: object, query = '') =>
      (await cms.call('PATCH', `/topics/${body.doc.id}?locale=en${query}`, { as: editor, body: data })).body.doc.slug;
    expect(await save({ title: 'How to rest', slug: 'ho' }, '&draft=true&autosave=true')).toBe('how-to-rest');
    expect(await save({ summary: 'x', _status: 'published' })).toBe('how-to-rest');
    expect(await save({ title: 'Resting', _status: 'published' })).toBe('how-to-rest');
  });

  test('a code is made once and no request changes it', async () => {
    const { body } = await cms.call('POST', '/terms', { as: editor, body: { term: 'Craving', meaning: 'x', code: 'mine', _status: 'published' } });
    expect(body.doc.code).toMatch(/^[bcdfghjkmnpqrstvwxz]{6}$/);
    const changed = await cms.call('PATCH', `/terms/${body.doc.id}`, { as: editor, body: { code: 'mine' } });
    expect(changed.body.doc.code).toBe(body.doc.code);
  });
});
