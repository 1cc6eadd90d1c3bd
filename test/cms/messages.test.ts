import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { lexical, link, paragraph } from '../support/lexical.ts';
import { type Answer, openTestCms, type TestCms } from '../support/payload.ts';

const article = { title: 'Sleep', summary: 'x', body: lexical(paragraph('Rest.')), _status: 'published' };
const segment = { from: '2026-12-01', start: '18:30', zone: 'America/New_York', minutes: 90, repeat: 'once' };
const workshop = (change: object) => ({ title: 'An evening', summary: 'x', segments: [{ ...segment, ...change }], _status: 'published' });
const unsafe = (url: string) => ({ ...article, body: lexical(paragraph(link({ linkType: 'custom', url }, 'here'))) });

/** What a person reads: each mistake of a field, else the message itself. */
const read = ({ errors = [] }: Answer): string =>
  errors.flatMap((error: Answer) => (error.data?.errors ?? [error]).map(({ message }: { message: string }) => message)).join(' ');

const saves: [what: string, method: string, path: string, body: object, en: string, es: string][] = [
  ['a text where a number belongs', 'POST', '/topics?draft=true', { order: 'first' }, 'This must be a number.', 'Esto debe ser un número.'],
  ['a long title', 'POST', '/topics?draft=true', { title: 'x'.repeat(500) }, 'Shorten this to', 'Acorte esto a'],
  ['no title', 'POST', '/topics', { _status: 'published' }, 'Write something here.', 'Escriba algo aquí.'],
  ['a document that is gone', 'POST', '/articles', { ...article, topics: [999_999] }, 'does not exist any more', 'ya no existe'],
  ['a day in words', 'POST', '/workshops', workshop({ from: 'tomorrow' }), 'Write the day as', 'Escriba el día como'],
  ['a day that does not exist', 'POST', '/workshops', workshop({ from: '2026-02-30' }), 'There is no day 2026-02-30', 'El día 2026-02-30 no existe'],
  ['an end before its beginning', 'POST', '/workshops', workshop({ until: '2026-11-01' }), 'cannot be before', 'no puede ser anterior'],
  ['an hour that does not exist', 'POST', '/workshops', workshop({ start: '25:00' }), 'with 24 hours', 'formato de 24 horas'],
  ['a week without its days', 'POST', '/workshops', workshop({ repeat: 'week' }), 'Choose at least one weekday.', 'Elija al menos un día'],
  ['a source without https', 'POST', '/articles', { ...article, sources: [{ title: 'S', url: 'x' }] }, 'a full address', 'una dirección completa'],
  ['a link that runs code', 'POST', '/articles', unsafe('javascript:alert(1)'), "Text: has a link on 'here'", "Texto: tiene un enlace en 'here'"],
  [
    'an address of the site’s',
    'POST',
    '/topics',
    { title: 'T', summary: 'x', slug: 'search' },
    'belongs to a part of the site',
    'pertenece a una parte del sitio',
  ],
  ['a short password', 'POST', '/staff', { email: 'a@example.org', name: 'A', password: 'x' }, 'Choose a password of 12', 'Elija una contraseña de 12'],
  ['a row without its file', 'POST', '/files', {}, 'File: choose a file', 'Archivo: elija un archivo'],
  ['a language that there is not', 'POST', '/topics?locale=fr', {}, 'Language (locale): choose', 'Idioma (locale): elija'],
  ['a closed address', 'GET', '/payload-jobs/run', {}, 'This address is closed.', 'Esta dirección está cerrada.'],
];

describe.each(databases())('what the CMS says when it refuses, on $name', (kind) => {
  let cms: TestCms;
  let admin: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    admin = await cms.signIn('admin');
  });
  afterAll(() => cms.close());

  /** The same call in an English and in a Spanish admin, and in a browser that asks for Spanish. */
  const inEach = async (method: string, path: string, body?: unknown, as: string | undefined = admin) => {
    const answers = [];
    for (const headers of [{}, { Cookie: 'payload-lng=es' }, { 'Accept-Language': 'es-MX,es;q=0.9,en;q=0.5' }] as Record<string, string>[])
      answers.push(await cms.call(method, path, { ...(as && { as }), ...(method !== 'GET' && { body }), headers }));
    const statuses = answers.map(({ status }) => status);
    expect(Math.min(...statuses), JSON.stringify(answers[0])).toBeGreaterThanOrEqual(400);
    expect(Math.max(...statuses)).toBeLessThan(500);
    const [en, es, asked] = answers.map(({ body: answer }) => read(answer));
    expect(asked).toBe(es);
    return { en, es };
  };

  test.each(saves)('%s: in English and in Spanish', async (_, method, path, body, en, es) => {
    expect(await inEach(method, path, body)).toEqual({ en: expect.stringContaining(en), es: expect.stringContaining(es) });
  });

  test('whoever has no session is asked in their language to sign in', async () => {
    expect(await inEach('GET', '/topics', undefined, '')).toEqual({ en: 'Sign in first.', es: 'Inicie sesión primero.' });
  });

  test('the last admin cannot be removed, in both languages', async () => {
    const { body } = await cms.call('GET', '/staff/me', { as: admin });
    expect(await inEach('DELETE', `/staff/${body.user.id}`)).toEqual({
      en: expect.stringContaining('this is the only admin'),
      es: expect.stringContaining('esta es la única cuenta de administración'),
    });
  });

  test('an upload that is not accepted is refused in both languages', async () => {
    const form = new FormData();
    form.append('file', new File(['<!doctype html><p>x'], 'a.png', { type: 'image/png' }));
    expect(await inEach('POST', '/files', form)).toEqual({ en: expect.stringMatching(/^File: only/), es: expect.stringMatching(/^Archivo: solo/) });
  });

  test('a form that cannot be read is refused in both languages', async () => {
    const post = async (language: string) =>
      cms.call('POST', '/topics', { as: admin, body: 'x', headers: { 'Content-Type': 'multipart/form-data', Cookie: `payload-lng=${language}` } });
    expect([read((await post('en')).body), read((await post('es')).body)]).toEqual([
      expect.stringContaining('could not be read'),
      expect.stringContaining('No se pudo leer'),
    ]);
  });

  test('a review of what is not published is refused in both languages', async () => {
    const { body } = await cms.call('POST', '/articles?draft=true', { as: admin, body: { ...article, _status: 'draft' } });
    const review = { document: { relationTo: 'articles', value: body.doc.id }, locale: 'en', role: 'Counselor', due: '2030-01-01' };
    expect(await inEach('POST', '/reviews', review)).toEqual({
      en: expect.stringContaining('is not published yet'),
      es: expect.stringContaining('todavía no está publicado'),
    });
  });
});
