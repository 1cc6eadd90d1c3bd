import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('the search words of the CMS, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  let published: number | string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
    published = await question('Where is naloxone?', 'published');
  });
  afterAll(() => cms.close());
  beforeEach(async () => {
    await cms.payload.updateGlobal({ slug: 'searchSettings', data: { synonyms: [], promoted: [] } });
  });

  const question = async (text: string, status: 'draft' | 'published') =>
    (await cms.payload.create({ collection: 'faqs', locale: 'en', draft: status === 'draft', data: { question: text, answer: 'So.', _status: status } })).id;
  const save = (body: object, language = 'en', as = editor) =>
    cms.call('POST', '/globals/searchSettings', { as, body, headers: { 'Accept-Language': language } });
  const refused = async (body: object, language = 'en') => {
    const answer = await save(body, language);
    expect(answer.status).toBe(400);
    return answer.body.errors.flatMap((error: { data: { errors: { path: string; message: string }[] } }) => error.data.errors);
  };
  const answer = (value: unknown, words = 'overdose') => ({ locale: 'en', words, document: { relationTo: 'faqs', value } });
  const inLibrary = async () => (await (await import('../../cms/library/readLibrary.ts')).readLibrary(cms.payload)).library.search;

  test('what is saved is in the library, a row of both languages in each, and on its way to search', async () => {
    const before = await cms.payload.count({ collection: 'publications', where: { documentCollection: { equals: 'searchSettings' } } });
    const { status } = await save({
      synonyms: [
        { locale: 'both', words: [' Narcan', 'naloxone', 'naloxona'] },
        { locale: 'es', words: ['recaída', 'tropiezo'] },
      ],
      promoted: [{ ...answer(published), locale: 'both' }],
    });
    expect(status).toBe(200);
    const document = { collection: 'faqs', id: String(published) };
    expect(await inLibrary()).toEqual({
      synonyms: [
        { locale: 'en', words: ['Narcan', 'naloxone', 'naloxona'] },
        { locale: 'es', words: ['Narcan', 'naloxone', 'naloxona'] },
        { locale: 'es', words: ['recaída', 'tropiezo'] },
      ],
      promoted: [
        { locale: 'en', words: 'overdose', document },
        { locale: 'es', words: 'overdose', document },
      ],
    });
    const after = await cms.payload.count({ collection: 'publications', where: { documentCollection: { equals: 'searchSettings' } } });
    expect(after.totalDocs).toBe(before.totalDocs + 1);
  });

  test('words that would do nothing are refused at their place, in the language of the admin', async () => {
    const wrong = {
      synonyms: [
        { locale: 'en', words: ['slip', 'Slip'] },
        { locale: 'en', words: ['one'] },
      ],
      promoted: [answer(published), answer(published)],
    };
    expect(await refused(wrong)).toEqual([
      { path: 'synonyms.0.words', label: 'Words that mean the same 1', message: expect.stringContaining('“slip” is here twice') },
      { path: 'synonyms.1.words', label: 'Words that mean the same 2', message: expect.stringContaining('at least two words') },
      { path: 'promoted.1.words', label: 'Answers that come first 2', message: expect.stringContaining('Answer 1 already shows') },
    ]);
    expect((await refused(wrong, 'es'))[1].message).toContain('al menos dos palabras');
    expect(await inLibrary()).toEqual({ synonyms: [], promoted: [] });
  });

  test('a document that families cannot see is not put first: a draft, one in the trash', async () => {
    const draft = await question('Not yet', 'draft');
    const trashed = await question('Thrown away', 'published');
    await cms.call('PATCH', `/faqs/${trashed}?locale=en`, { as: editor, body: { deletedAt: new Date().toISOString() } });
    const message = expect.stringContaining('not published');
    expect(await refused({ promoted: [answer(published), answer(draft, 'later'), answer(trashed, 'bin')] })).toEqual([
      { path: 'promoted.1.document', label: 'Answers that come first 2', message },
      { path: 'promoted.2.document', label: 'Answers that come first 3', message },
    ]);
    expect((await refused({ promoted: [answer(draft)] }, 'es'))[0].message).toContain('no está publicado');
  });

  test('one that was taken off the site later stops no other change, and may not be chosen again', async () => {
    const id = await question('For a while', 'published');
    expect((await save({ promoted: [answer(id)] })).status).toBe(200);
    await cms.payload.update({ collection: 'faqs', id, locale: 'en', data: { _status: 'draft' } });
    expect((await save({ promoted: [answer(id), answer(published, 'naloxone')] })).status).toBe(200);
    expect((await save({ synonyms: [{ locale: 'en', words: ['slip', 'relapse'] }] })).status).toBe(200);
    expect((await save({ promoted: [] })).status).toBe(200);
    expect((await save({ promoted: [answer(id)] })).status).toBe(400);
  });

  test('a clinician reads them and changes none', async () => {
    const clinician = await cms.signIn('clinician');
    expect((await cms.call('GET', '/globals/searchSettings', { as: clinician })).status).toBe(200);
    expect((await save({ synonyms: [] }, 'en', clinician)).status).toBe(403);
  });
});
