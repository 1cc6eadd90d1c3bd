import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedList, askedQueue } from '../../cms/admin/asked/askedQueue.ts';
import type { Desk } from '../../cms/admin/dashboard/desk.ts';
import type { Locale } from '../../cms/library/locales.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

describe.each(databases())('what families asked, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  let clinician: string;
  let user: Desk['user'];
  beforeAll(async () => {
    cms = await openTestCms(kind);
    [editor, clinician] = [await cms.signIn('editor'), await cms.signIn('clinician')];
    const { docs } = await cms.payload.find({ collection: 'staff', where: { role: { equals: 'clinician' } } });
    user = { ...docs[0], collection: 'staff' } as Desk['user'];
  });
  afterAll(() => cms.close());

  const desk = (language: Locale = 'en'): Desk => ({ payload: cms.payload, user, language, today: '2026-12-01', zone: 'America/New_York' });
  const keep = (question: string, locale: Locale = 'en', as = editor) =>
    cms.call('POST', `/faqs?draft=true&depth=0&locale=${locale}`, { as, body: { question, askedByFamily: true, _status: 'draft', notedBy: null } });
  const kept = async (question: string, locale: Locale = 'en') => {
    const { status, body } = await keep(question, locale);
    expect(status).toBe(201);
    return body.doc.id as number | string;
  };
  const queued = async (language: Locale = 'en') => (await askedQueue(desk(language), 'Without a title')).map(({ title }) => title);
  const near = (words: unknown, as?: string) => cms.call('POST', '/asked-before', { ...(as && { as }), body: { words } });

  test('a question waits from when it was written down until a language of it is published, the oldest first', async () => {
    const first = await kept('May I bring my dog?');
    await kept('¿Hay estacionamiento?', 'es');
    const third = await kept('Is lunch served?');
    await cms.payload.create({ collection: 'faqs', locale: 'en', draft: true, data: { question: 'Nobody asked this', answer: '' } });
    expect(await queued()).toEqual(['May I bring my dog?', '¿Hay estacionamiento?', 'Is lunch served?']);
    const [dog, parking] = await askedQueue(desk('es'), 'Sin título');
    expect(dog).toMatchObject({ href: `/admin/collections/faqs/${first}?locale=en`, languages: ['en'], by: 'editor', at: expect.stringMatching(/^\d{4}-/) });
    expect(parking).toMatchObject({ href: expect.stringContaining('?locale=es'), languages: ['es'] });

    await cms.payload.update({ collection: 'faqs', id: first, locale: 'es', draft: true, data: { question: '¿Puedo llevar a mi perro?' } });
    expect((await askedQueue(desk('es'), 'Sin título'))[0]).toMatchObject({ title: '¿Puedo llevar a mi perro?', languages: ['en', 'es'], by: 'editor' });

    await cms.payload.update({ collection: 'faqs', id: third, locale: 'en', data: { answer: 'Yes, at noon.', _status: 'published' } });
    await cms.payload.update({ collection: 'faqs', id: third, locale: 'en', draft: true, data: { answer: 'Yes, at one.' } });
    expect(await queued()).toEqual(['May I bring my dog?', '¿Hay estacionamiento?']);

    await cms.payload.delete({ collection: 'faqs', id: first });
    await cms.payload.delete({ collection: 'faqs', id: third });
  });

  test('the list behind the queue shows the drafts of one language', async () => {
    const [english] = [await kept('Is there a bus?'), await kept('¿Hay autobús?', 'es')];
    const listed = async (locale: Locale) => {
      const address = new URL(askedList(locale), 'http://localhost:3000');
      const { status, body } = await cms.call('GET', `/faqs${address.search}&draft=true&depth=0`, { as: clinician });
      expect(status).toBe(200);
      return body.docs.map(({ question }: { question: string }) => question);
    };
    expect(await listed('en')).toEqual(['Is there a bus?']);
    expect(await listed('es')).toEqual(['¿Hay estacionamiento?', '¿Hay autobús?']);
    await cms.payload.update({ collection: 'faqs', id: english, locale: 'en', data: { answer: 'Line 4.', _status: 'published' } });
    expect(await listed('en')).toEqual([]);
  });

  test('who wrote it down is whoever signed in, and stays so', async () => {
    const id = await kept('Is there a crib?');
    const { status } = await cms.call('PATCH', `/faqs/${id}?draft=true&locale=en`, {
      as: await cms.signIn('admin'),
      body: { question: 'A crib?', notedBy: null },
    });
    expect(status).toBe(200);
    expect((await askedQueue(desk(), '')).find(({ title }) => title === 'A crib?')?.by).toBe('editor');
  });

  test('a clinician reads the queue and writes nothing into it', async () => {
    expect((await keep('May clinicians write?', 'en', clinician)).status).toBe(403);
    expect(await queued()).not.toContain('May clinicians write?');
    await expect(askedQueue({ ...desk(), user: null }, '')).rejects.toThrow(/not allowed/);
  });

  test('nothing of it is on its way to families', async () => {
    const before = (await cms.payload.count({ collection: 'publications' })).totalDocs;
    const id = await kept('Does my neighbor find out?');
    expect((await cms.payload.count({ collection: 'publications' })).totalDocs).toBe(before);
    expect((await cms.payload.count({ collection: 'addresses', where: { documentId: { equals: String(id) } } })).totalDocs).toBe(0);
    const { readLibrary } = await import('../../cms/library/readLibrary.ts');
    const { library } = await readLibrary(cms.payload);
    expect(JSON.stringify([...library.documents.faqs.values()])).not.toMatch(/neighbor|notedBy|askedByFamily/);
  });

  test('the nearest questions are found in both languages, drafts too, with what families see of them', async () => {
    const { id } = await cms.payload.create({
      collection: 'faqs',
      locale: 'es',
      data: { question: '¿Qué hago después de una recaída?', answer: 'Respire.', _status: 'published' },
    });
    await cms.payload.update({ collection: 'faqs', id, locale: 'en', draft: true, data: { question: 'What after a relapse?' } });
    const found = async (words: string) => (await near(words, clinician)).body.near;
    expect(await found('volvio a recaer')).toEqual([{ id, question: '¿Qué hago después de una recaída?', locale: 'es', isPublished: true }]);
    expect(await found('he relapsed')).toEqual([{ id, question: 'What after a relapse?', locale: 'en', isPublished: false }]);
    expect(await found('')).toEqual([]);
    expect(await found('she slipped up')).toEqual([]);
    await cms.payload.updateGlobal({ slug: 'searchSettings', data: { synonyms: [{ locale: 'both', words: ['slipped up', 'relapse'] }] } });
    expect((await found('she slipped up')).map((one: { id: unknown }) => one.id)).toEqual([id]);
  });

  test('words to compare are asked for in words, and only by staff', async () => {
    expect((await near('relapse')).status).toBe(401);
    for (const words of [undefined, null, 7, {}, ['relapse'], 'x'.repeat(1_001)]) expect((await near(words, editor)).status).toBe(400);
    expect((await cms.call('POST', '/asked-before', { as: editor, body: 'not JSON' })).status).toBe(400);
    expect((await near(`${'x'.repeat(900)} 😀 \u0000 ‮ <b> (.*) ' OR 1=1`, editor)).status).toBe(200);
  });
});
