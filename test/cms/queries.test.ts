import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const nested = (levels: number) => `where${'[and][0]'.repeat(levels)}[title][equals]=x`;

/** Refused before anything is looked up, whatever is asked for. */
const malformed = [
  ...['where=x', 'where=%00', 'where={"title"', 'where[]=x', 'where[0]=x', 'where[a]=1', 'where[title]=x', 'where[title][bogus]=1', 'where[a][bogus]=1'],
  ...['where[and]=x', 'where[and][0]=x', 'where[or][title][equals]=x', 'where[title][equals', 'where[title][equals][$gt]=', 'where[title][like][a]=b'],
  ...['where[title][equals]=%00', 'where[__proto__]=x', 'where[title][constructor]=x', 'where[title][near]=x', nested(9), nested(500)],
  ...['sort=', 'sort=;', 'sort=-', 'sort=--title', 'sort=%00', 'sort=title desc', 'sort=title,'],
  ...['limit=abc', 'limit=', 'limit=-1', 'limit=1.5', 'limit=1e9', 'limit=NaN', 'limit[]=1', 'limit[a]=1', 'limit=99999999999999999999'],
  ...['page=abc', 'page=-1', 'page=1e300', 'depth=abc', 'depth=-1', 'depth[]=1', 'locale=xx', 'locale=', 'locale=%00', 'data=x'],
];

const named = malformed.map((query) => [query.slice(0, 60), query] as const);

/** Of a good shape, with a value that the field cannot have: not every database minds. */
const ofTheWrongKind = [
  ...['where[id][equals]=abc', 'where[id][in]=abc,def', 'where[id][all]=x', 'where[id][not_in]=x', 'where[id][like]=%25', 'where[id][greater_than]=x'],
  ...['where[topics][equals]=abc', 'where[topics][in]=abc', 'where[topics][contains]=x', 'where[topics.title][equals]=x', 'where[topics.none][equals]=x'],
  ...['where[related][equals]=x', 'where[related][equals][relationTo]=x', 'where[related.value][equals]=x', 'where[picture][equals]=x'],
  ...['where[updatedAt][equals]=x', 'where[updatedAt][greater_than]=x', 'where[deletedAt][equals]=x', 'where[setback][equals]=maybe', 'where[setback][like]=x'],
  ...['where[stage][all]=x', 'where[audience][all]=x', 'where[title][all]=x', 'where[title][like]=(', 'where[body.root][equals]=x', 'where[body][like]=x'],
  ...['where[body.root.children][in]=x', 'where[sources.none][equals]=x', 'where[none][equals]=x', 'where[_status.xx][equals]=x', 'where[title.xx][equals]=x'],
  ...['sort=nonsense', 'sort=topics.title', 'sort=picture.file.x', 'sort=body', 'select=x', 'populate=x', 'joins=x', 'draft=x', 'trash=x', '%', '%ZZ=1'],
];

describe.each(databases())('what a query may ask, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  let id: number | string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('admin');
    const made = await cms.payload.create({ collection: 'articles', data: { title: 'Sleep', summary: 'x', _status: 'published' } });
    id = made.id;
  });
  afterAll(() => cms.close());

  const get = (path: string, headers = {}) => cms.call('GET', path, { as: editor, headers });
  const readings = () => ['/articles', '/articles/count', '/articles/versions', `/articles/${id}`];

  test.each(named)('%s is refused in a sentence that names the part', async (_, query) => {
    const part = query.split(/[[=]/)[0];
    for (const path of readings()) {
      const { status, body } = await get(`${path}?${query}`);
      expect([path, status, body.errors?.[0].message]).toEqual([path, 400, expect.stringMatching(new RegExp(`${part}\\)?: .+\\.$`))]);
    }
    const spanish = await get(`/articles?${query}`, { Cookie: 'payload-lng=es' });
    expect(spanish.body.errors[0].message).toMatch(/(escriba|elija) .+\.$/);
  });

  test.each(named)('%s changes and deletes nothing', async (_, query) => {
    for (const method of ['PATCH', 'DELETE']) {
      const { status } = await cms.call(method, `/articles?${query}`, { as: editor, body: { title: 'Changed' } });
      expect([method, status]).toEqual([method, 400]);
    }
    expect((await get(`/articles/${id}`)).body.title).toBe('Sleep');
  });

  test.each(ofTheWrongKind)('%s is answered or refused, in words', async (query) => {
    for (const path of [...readings().map((reading) => `${reading}?${query}`), `/articles?draft=true&${query}`]) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, expect.toSatisfy((code: number) => [200, 400, 404].includes(code))]);
      if (status === 400) expect(body.errors[0].message).toMatch(/^This cannot be looked up/);
    }
    for (const method of ['PATCH', 'DELETE']) {
      const { status } = await cms.call(method, `/kits?${query}`, { as: editor, body: {} });
      expect([method, status]).toEqual([method, expect.toSatisfy((code: number) => code < 500)]);
    }
  });

  test('a field that is not there, or that nobody may ask for, is named in the language of the reader', async () => {
    const message = async (query: string, headers = {}) => (await get(`/articles?${query}`, headers)).body.errors?.[0].message;
    const twice = 'where[nonsense][equals]=x&where[topics.none][equals]=x';
    expect(await message(twice)).toBe('This cannot be looked up by nonsense, none: check the names of the fields.');
    expect(await message(twice, { Cookie: 'payload-lng=es' })).toBe('Esto no se puede buscar por nonsense, none: revise los nombres de los campos.');
  });

  test.each(['where=x', 'where[id][in]=abc,def', 'limit=abc', 'locale=xx'])('%s is refused in a read that is sent as a POST', async (query) => {
    const headers = { 'X-Payload-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' };
    const { status, body } = await cms.call('POST', '/articles', { as: editor, body: query, headers });
    expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(/\.$/)]);
  });

  test.each(['abc', '%00', '1.5', 'null', '[object]', '1e400', '99999999999999999999', 'versions/abc'])('nothing has the id %s', async (one) => {
    for (const part of ['articles', 'publications', 'addresses', 'reviews', 'files', 'staff', 'places', 'payload-locked-documents']) {
      const { status } = await get(`/${part}/${one}`);
      expect([part, status]).toEqual([part, expect.toSatisfy((code: number) => code === 404 || (code === 400 && one.startsWith('versions/')))]);
    }
    expect((await get('/globals/program/versions/abc')).status).toBe(404);
  });

  test('what the admin asks is answered', async () => {
    for (const query of [
      `depth=0&limit=10&page=1&sort=-updatedAt&draft=true&where[and][0][id][not_in][0]=${id}&where[and][1][title][like]=Sl`,
      'where[or][0][and][0][title][like]=Sl&where[or][0][and][1][id][not_equals]=&limit=0',
      `where[id][in]=${id}&depth=0&trash=true`,
      'where[related.relationTo][equals]=articles',
    ])
      expect([query, (await get(`/articles?${query}`)).status]).toEqual([query, 200]);
  });

  test('a database that fails is no mistake of who asks', async () => {
    const failing = vi.spyOn(cms.payload.db, 'find').mockRejectedValue(new Error('The disk is gone.'));
    expect((await get('/articles?where[title][equals]=x')).status).toBe(500);
    failing.mockRestore();
    expect((await get('/articles?where[title][equals]=x')).status).toBe(200);
  });
});
