import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const sleep = { title: 'Sleep', summary: 'On sleep.', body: lexical(paragraph('Rest.')), _status: 'published' };

describe.each(databases())('the life of a public document, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  const of = (id: number | string) => ({ documentCollection: { equals: 'articles' }, documentId: { equals: String(id) } });
  const publications = async (id: number | string) => {
    const { docs } = await cms.payload.find({ collection: 'publications', where: of(id), sort: 'createdAt', pagination: false });
    return docs.map(({ change, languages, state }) => `${change} ${languages?.join('+')} ${state}`);
  };
  const addresses = async (id: number | string) => {
    const { docs } = await cms.payload.find({ collection: 'addresses', where: of(id), pagination: false });
    return Object.fromEntries(docs.map(({ path, state }) => [path, state]));
  };
  const save = async (method: string, path: string, body?: object) => {
    const answer = await cms.call(method, path, { as: editor, ...(body && { body }) });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body.doc;
  };

  test('unpublished, published again, put in the trash, taken back, published and deleted for good: each leaves its rows', async () => {
    const { id, code } = await save('POST', '/articles?locale=en', sleep);
    await save('PATCH', `/articles/${id}?locale=es`, { title: 'Dormir', summary: 'Sobre dormir.', _status: 'published' });
    const [en, es] = ['/en/guides/sleep/', '/es/guias/dormir/'];
    const said = ['published en waiting', 'published en+es waiting'];
    expect([await publications(id), await addresses(id)]).toEqual([said, { [en]: 'live', [es]: 'live' }]);

    await save('PATCH', `/articles/${id}?locale=en`, { _status: 'draft' });
    said.push('published es+en waiting');
    expect([await publications(id), await addresses(id)]).toEqual([said, { [en]: 'gone', [es]: 'live' }]);

    await save('PATCH', `/articles/${id}?locale=es`, { _status: 'draft' });
    said.push('unpublished es waiting');
    expect([await publications(id), await addresses(id)]).toEqual([said, { [en]: 'gone', [es]: 'gone' }]);

    await save('PATCH', `/articles/${id}?locale=en`, { _status: 'published' });
    said.push('published en waiting');
    expect([await publications(id), await addresses(id)]).toEqual([said, { [en]: 'live', [es]: 'gone' }]);

    await save('PATCH', `/articles/${id}?locale=en`, { deletedAt: new Date().toISOString() });
    said.push('deleted en waiting');
    expect([await publications(id), await addresses(id)]).toEqual([said, { [en]: 'gone', [es]: 'gone' }]);

    await save('PATCH', `/articles/${id}?locale=en&trash=true`, { deletedAt: null });
    said.push('published en waiting');
    expect([await publications(id), await addresses(id)]).toEqual([said, { [en]: 'live', [es]: 'gone' }]);

    await save('PATCH', `/articles/${id}?locale=en`, { deletedAt: new Date().toISOString() });
    said.push('deleted en waiting');
    await save('DELETE', `/articles/${id}?trash=true`);
    expect([await publications(id), await addresses(id)]).toEqual([said, { [en]: 'gone', [es]: 'gone' }]);
    const { docs } = await cms.payload.find({ collection: 'addresses', where: of(id), pagination: false });
    expect(new Set(docs.map((address) => address.code))).toEqual(new Set([code]));
  });

  test('deleted for good while it is public, it leaves one row, and its addresses are gone', async () => {
    const { id } = await save('POST', '/articles?locale=en', { ...sleep, title: 'Straight away' });
    await save('DELETE', `/articles/${id}`);
    expect([await publications(id), await addresses(id)]).toEqual([['published en waiting', 'deleted en waiting'], { '/en/guides/straight-away/': 'gone' }]);
  });

  test('another document may take the address of one that is gone, knowingly', async () => {
    const first = await save('POST', '/articles?locale=en', { ...sleep, title: 'Taken over' });
    await save('DELETE', `/articles/${first.id}`);
    const second = await save('POST', '/articles?locale=en', { ...sleep, title: 'Taken over', slug: 'taken-over', takeAddress: true });
    expect([second.slug, await addresses(second.id)]).toEqual(['taken-over', { '/en/guides/taken-over/': 'live' }]);
  });

  test('a duplicate is a draft of its own: another code and address, nothing published, unknown to the seed', async () => {
    const original = await cms.payload.create({
      collection: 'articles',
      locale: 'en',
      data: { ...sleep, _status: 'published', title: 'Copied', seedKey: 'copied', seedHash: 'abc' },
      context: { seeding: true },
    });
    await cms.payload.update({
      collection: 'articles',
      id: original.id,
      locale: 'es',
      data: { title: 'Copiado', summary: 'x', _status: 'published' },
      context: { seeding: true },
    });
    const { id } = await save('POST', `/articles/${original.id}/duplicate?locale=en`);
    type Row = Record<string, unknown>;
    const rowOf = async (one: number | string, draft: boolean) =>
      (await cms.payload.findByID({ collection: 'articles', id: one, draft, locale: 'all', depth: 0 })) as unknown as Row;
    const [from, copy, shown] = [await rowOf(original.id, false), await rowOf(id, true), await rowOf(id, false)];
    expect(from).toMatchObject({ seedKey: 'copied', slug: { en: 'copied', es: 'copiado' } });
    expect(copy.code).toMatch(/^[bcdfghjkmnpqrstvwxz]{6}$/);
    expect(copy.code).not.toBe(from.code);
    expect(copy.title).toMatchObject({ en: expect.stringContaining('Copied'), es: expect.stringContaining('Copiado') });
    expect(copy.slug).toMatchObject({ en: 'copied-2' });
    expect((copy.slug as Row).es ?? null).toBe(null);
    expect(Object.values(shown._status as Row)).not.toContain('published');
    expect([copy.seedKey ?? null, copy.seedHash ?? null, copy.publishedAt ?? null]).toEqual([null, null, null]);
    expect([await publications(id), await addresses(id)]).toEqual([[], {}]);
    await save('PATCH', `/articles/${id}?locale=es`, { _status: 'published' });
    expect([await publications(id), await addresses(id)]).toEqual([['published es waiting'], { '/es/guias/copiado-2/': 'live' }]);
  });
});
