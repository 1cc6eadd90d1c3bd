import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { type Answer, openTestCms, type TestCms } from '../support/payload.ts';

const text = (title: string) => ({ title, summary: `On ${title}.`, body: lexical(paragraph(title)), _status: 'published' });
const linksIn = (body: Answer): string[] => JSON.stringify(body).match(/http:\/\/localhost:4321[^"]*/g) ?? [];
const today = Temporal.Now.plainDateISO('America/New_York');

describe.each(databases())('where a document stands, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  let clinician: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    [editor, clinician] = [await cms.signIn('editor'), await cms.signIn('clinician')];
  });
  afterAll(() => cms.close());

  const write = async (title: string, query = '') => {
    const { body } = await cms.call('POST', `/articles?locale=en${query}`, { as: editor, body: { ...text(title), ...(query && { _status: 'draft' }) } });
    return body.doc.id as number | string;
  };
  const standing = (id: unknown, { locale = 'en', as = clinician, collection = 'articles', headers = {} } = {}) =>
    cms.call('GET', `/standing/${collection}/${id}?locale=${locale}`, { ...(as && { as }), headers });
  const review = (id: number | string, seen?: string, locale = 'en', due = '2099-01-01') =>
    cms.call('POST', `/reviews?locale=${locale}${seen ? `&seen=${seen}` : ''}`, {
      as: clinician,
      body: { document: { relationTo: 'articles', value: id }, locale, role: locale === 'en' ? 'Counselor' : 'Consejera', due },
    });

  test('without a session nobody learns anything', async () => {
    const id = await write('Unseen');
    const { status, body } = await standing(id, { as: '' });
    expect([status, body]).toEqual([401, { errors: [{ message: 'Sign in first.' }] }]);
  });

  test('every member of staff may read it, and only those who review are asked to', async () => {
    const id = await write('For all');
    for (const [as, mayReview] of [
      [editor, false],
      [clinician, true],
      [await cms.signIn('admin'), true],
    ] as const)
      expect(await standing(id, { as })).toMatchObject({ status: 200, body: { review: { mayReview } } });
  });

  test('what is in the trash stands nowhere, and says so', async () => {
    const id = await write('Thrown away');
    await cms.call('PATCH', `/articles/${id}`, { as: editor, body: { deletedAt: new Date().toISOString() } });
    const { status, body } = await standing(id);
    expect([status, body.pages, body.review?.state, body.publication.change]).toEqual([200, {}, 'not-published', 'deleted']);
  });

  test('an account is not shown to a colleague, whatever it is asked as', async () => {
    const { body } = await cms.call('GET', '/staff/me', { as: editor });
    expect((await standing(body.user.id, { collection: 'staff' })).status).toBe(404);
  });

  test.each([
    ['a document that is not there', 'articles', '999999', 'en', 404, 'There is no such document.', 'Ese documento no existe.'],
    ['an id that none can be', 'articles', 'abc', 'en', 404, 'There is no such document.', 'Ese documento no existe.'],
    ['a kind that there is not', 'nonsense', '1', 'en', 404, 'There is no such document.', 'Ese documento no existe.'],
    ['a name that every object has', 'constructor', '1', 'en', 404, 'There is no such document.', 'Ese documento no existe.'],
    ['all languages at once', 'articles', '1', 'all', 400, 'Language (locale): choose en or es.', 'Idioma (locale): elija en o es.'],
  ])('%s is answered in the language of the admin', async (_, collection, id, locale, code, en, es) => {
    for (const [language, message] of [
      ['en', en],
      ['es', es],
    ]) {
      const { status, body } = await standing(id, { collection, locale, headers: { Cookie: `payload-lng=${language}` } });
      expect([status, body.errors[0].message]).toEqual([code, message]);
    }
  });

  test('a draft has no page, no publication and nothing to review', async () => {
    const id = await write('Only a draft', '&draft=true');
    const { body } = await standing(id);
    expect(body).toMatchObject({ review: { state: 'not-published', unpublishedChanges: false } });
    expect([linksIn(body), body.publication, body.review.seen]).toEqual([[], undefined, undefined]);
  });

  test('a published text says its page and its publication, in the language that is published alone', async () => {
    const id = await write('At home');
    const english = (await standing(id)).body;
    expect(linksIn(english)).toEqual(['http://localhost:4321/en/guides/at-home/']);
    expect(english).toMatchObject({
      publication: { state: 'waiting', change: 'published', languages: ['en'] },
      review: { state: 'not-reviewed', suggested: { role: '', due: today.add({ years: 1 }).toString() } },
    });
    const spanish = (await standing(id, { locale: 'es' })).body;
    expect([linksIn(spanish).filter((link) => link.includes('/es/')), spanish.review.state]).toEqual([[], 'not-published']);
    await cms.call('PATCH', `/articles/${id}?locale=es`, { as: editor, body: text('En casa') });
    const both = (await standing(id, { locale: 'es' })).body;
    expect(linksIn(both)).toContain('http://localhost:4321/es/guias/en-casa/');
    expect(both).toMatchObject({
      publication: { languages: expect.arrayContaining(['en', 'es']) },
      review: { state: 'not-reviewed' },
    });
  });

  test('a review stands until the published words change, in its own language', async () => {
    const id = await write('Reviewed');
    await cms.call('PATCH', `/articles/${id}?locale=es`, { as: editor, body: text('Revisado') });
    const { seen } = (await standing(id)).body.review;
    expect((await review(id, seen)).status).toBe(201);
    expect((await standing(id)).body.review).toMatchObject({
      state: 'reviewed',
      newest: { role: 'Counselor', due: '2099-01-01' },
      suggested: { role: 'Counselor' },
    });
    expect((await standing(id, { locale: 'es' })).body.review.state).toBe('not-reviewed');
    await cms.call('PATCH', `/articles/${id}?locale=en&draft=true`, { as: editor, body: { summary: 'A change.' } });
    expect((await standing(id)).body.review).toMatchObject({ state: 'reviewed', unpublishedChanges: true });
    await cms.call('PATCH', `/articles/${id}?locale=en`, { as: editor, body: { _status: 'published' } });
    expect((await standing(id)).body.review).toMatchObject({ state: 'changed', unpublishedChanges: false, newest: { role: 'Counselor' } });
  });

  test('a review is overdue from the day after it was due, and stands again once the text is reviewed again', async () => {
    const id = await write('Overdue');
    const { seen } = (await standing(id)).body.review;
    expect((await review(id, seen, 'en', today.subtract({ days: 1 }).toString())).status).toBe(201);
    expect((await standing(id)).body.review).toMatchObject({ state: 'overdue', newest: { due: today.subtract({ days: 1 }).toString() } });
    expect((await review(id, seen, 'en', today.toString())).status).toBe(201);
    expect((await standing(id)).body.review.state).toBe('reviewed');
  });

  test.each([
    ['en', 'Document: another text was published'],
    ['es', 'Documento: se publicó otro texto'],
  ])('a review of words that were replaced meanwhile is refused, and nothing is stored (%s)', async (language, message) => {
    const id = await write(`Replaced ${language}`);
    const { seen } = (await standing(id)).body.review;
    await cms.call('PATCH', `/articles/${id}?locale=en`, { as: editor, body: { summary: 'Other words.', _status: 'published' } });
    const count = async () => [
      (await cms.payload.count({ collection: 'reviews' })).totalDocs,
      (await cms.payload.count({ collection: 'publications', where: { documentCollection: { equals: 'reviews' } } })).totalDocs,
    ];
    const before = await count();
    const { status, body } = await cms.call('POST', `/reviews?locale=en&seen=${seen}`, {
      as: clinician,
      body: { document: { relationTo: 'articles', value: id }, locale: 'en', role: 'Counselor', due: '2099-01-01' },
      headers: { Cookie: `payload-lng=${language}` },
    });
    expect([status, body.errors[0].message]).toEqual([409, expect.stringContaining(message)]);
    expect(await count()).toEqual(before);
    expect((await standing(id)).body.review.state).toBe('not-reviewed');
    expect((await review(id, (await standing(id)).body.review.seen)).status).toBe(201);
  });

  test('a published text that the site cannot show says why in the reader’s language, and cannot be reviewed', async () => {
    const id = await write('Unreadable');
    const row = await cms.payload.findByID({ collection: 'articles', id, locale: 'all', depth: 0 });
    const data = { ...row, body: { en: lexical({ type: 'iframe', version: 1 }) } };
    await cms.payload.db.updateOne({ collection: 'articles', id, data });
    for (const [language, problem] of [
      ['en', "body (en): has a part of the kind 'iframe', which the site cannot show. Remove it."],
      ['es', "body (en): tiene una parte de la clase 'iframe', que el sitio no puede mostrar. Quítela."],
    ] as const) {
      const headers = { Cookie: `payload-lng=${language}` };
      expect((await standing(id, { headers })).body.review).toMatchObject({ state: 'unreadable', problem });
      const { status, body: answer } = await cms.call('POST', '/reviews?locale=en', {
        as: clinician,
        body: { document: { relationTo: 'articles', value: id }, locale: 'en', role: 'Counselor', due: '2099-01-01' },
        headers,
      });
      expect([status, answer.errors[0].message]).toEqual([400, expect.stringContaining(problem)]);
    }
  });
});
