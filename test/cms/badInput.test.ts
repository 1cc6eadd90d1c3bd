import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const published = { _status: 'published' };
const segment = { from: '2026-12-01', start: '18:30', zone: 'America/New_York', minutes: 90, repeat: 'once' };
const workshop = {
  title: 'Evening',
  summary: 'x',
  kind: 'education',
  format: 'online',
  needs: 'nothing',
  languages: ['en'],
  withPersonInTreatment: 'either',
  ...published,
};
const article = { title: 'Sleep', summary: 'x', body: lexical(paragraph('Rest.')), ...published };
const callout = (fields: object) => ({ ...article, body: lexical({ type: 'block', version: 2, format: '', fields: { id: '1', blockName: '', ...fields } }) });

const refusals: [what: string, collection: string, data: object, field: RegExp][] = [
  ['a number for a title', 'topics', { title: 7, summary: 'x', ...published }, /title|Title/],
  ['no title', 'topics', { summary: 'x', ...published }, /title|Title/],
  ['a title of 10,000 letters', 'topics', { title: 'a'.repeat(10_000), summary: 'x', ...published }, /title|Title/],
  ['a draft with a title of 10,000 letters', 'topics?draft=true', { title: 'a'.repeat(10_000) }, /title|Title/],
  ['text where a number belongs', 'topics', { title: 'T', summary: 'x', order: 'first', ...published }, /order|Place|Order/],
  ['an unknown stage', 'articles', { ...article, stage: 'someday' }, /stage|Stage/],
  ['a topic that is not there', 'articles', { ...article, topics: ['nonsense'] }, /topics|Topics/],
  ['a source that runs code', 'articles', { ...article, sources: [{ title: 'S', url: 'javascript:alert(1)' }] }, /url|Address/],
  ['a source without https', 'articles', { ...article, sources: [{ title: 'S', url: 'http://example.org' }] }, /url|Address/],
  ['rich text that is a string', 'articles', { ...article, body: '<p>no</p>' }, /body|Text/],
  ['rich text without a root', 'articles', { ...article, body: { nothing: true } }, /body|Text/],
  ['a node that the editor does not know', 'articles', { ...article, body: lexical({ type: 'iframe', version: 1 }) }, /body|Text/],
  [
    'a link that runs code',
    'articles',
    {
      ...article,
      body: lexical(
        paragraph({
          type: 'link',
          id: '1',
          version: 3,
          format: '',
          indent: 0,
          direction: 'ltr',
          fields: { linkType: 'custom', url: 'javascript:alert(1)', newTab: false },
          children: [],
        }),
      ),
    },
    /body|Text/,
  ],
  ['a block that does not exist', 'articles', callout({ blockType: 'marquee' }), /body|Text/],
  ['a callout of an unknown kind', 'articles', callout({ blockType: 'callout', tone: 'loud', body: lexical(paragraph('x')) }), /body|Text|tone|Kind/],
  ['a day that does not exist', 'workshops', { ...workshop, segments: [{ ...segment, from: '2026-02-30' }] }, /from|From/],
  ['a day in words', 'workshops', { ...workshop, segments: [{ ...segment, from: 'tomorrow' }] }, /from|From/],
  ['an hour that does not exist', 'workshops', { ...workshop, segments: [{ ...segment, start: '25:00' }] }, /start|Start/],
  ['a zone that does not exist', 'workshops', { ...workshop, segments: [{ ...segment, zone: 'Mars/Base' }] }, /zone|zone/i],
  ['an end before the beginning', 'workshops', { ...workshop, segments: [{ ...segment, until: '2026-11-01' }] }, /until|Until/],
  ['minutes below zero', 'workshops', { ...workshop, segments: [{ ...segment, minutes: -5 }] }, /minutes|Minutes/i],
  ['a monthly rule without its weekday', 'workshops', { ...workshop, segments: [{ ...segment, repeat: 'month' }] }, /weekday/],
  ['a weekday that does not exist', 'workshops', { ...workshop, segments: [{ ...segment, repeat: 'week', weekdays: ['XX'] }] }, /weekdays/],
  ['a monthly weekday that does not exist', 'workshops', { ...workshop, segments: [{ ...segment, repeat: 'month', weekday: 'XX' }] }, /weekday/],
  ['a sixth week of the month', 'workshops', { ...workshop, segments: [{ ...segment, repeat: 'month', nth: '6', weekday: 'MO' }] }, /nth/],
  [
    'one date that changes twice',
    'workshops',
    {
      ...workshop,
      exceptions: [
        { day: '2026-12-01', status: 'cancelled' },
        { day: '2026-12-01', status: 'cancelled' },
      ],
    },
    /exceptions/,
  ],
  ['a change on a day that does not exist', 'workshops', { ...workshop, exceptions: [{ day: '2026-13-01', status: 'cancelled' }] }, /day|Day/],
];

describe.each(databases())('bad input, on $name', (kind) => {
  let cms: TestCms;
  let editor: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    editor = await cms.signIn('editor');
  });
  afterAll(() => cms.close());

  test.each(refusals)('%s is refused by the name of the field, and nothing is stored', async (_, collection, data, field) => {
    const slug = collection.split('?')[0] as 'topics';
    const before = (await cms.payload.count({ collection: slug })).totalDocs;
    const { status, body } = await cms.call('POST', `/${collection}`, { as: editor, body: data });
    expect(status, JSON.stringify(body)).toBe(400);
    expect(JSON.stringify(body)).toMatch(field);
    expect((await cms.payload.count({ collection: slug })).totalDocs).toBe(before);
  });

  test('good input of the same shape is stored', async () => {
    expect(
      (
        await cms.call('POST', '/workshops', {
          as: editor,
          body: { ...workshop, segments: [segment, { ...segment, from: '2027-01-05', repeat: 'month', nth: '5', weekday: 'TU' }] },
        })
      ).status,
    ).toBe(201);
    expect((await cms.call('POST', '/articles', { as: editor, body: article })).status).toBe(201);
  });

  test('a language that there is not is refused by name', async () => {
    const { status, body } = await cms.call('POST', '/topics?locale=fr', { as: editor, body: { title: 'T', summary: 'x' } });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('locale')]);
  });

  test('a request without a language means the first one', async () => {
    const { body } = await cms.call('POST', '/topics', { as: editor, body: { title: 'No language', summary: 'x' } });
    expect((await cms.payload.findByID({ collection: 'topics', id: body.doc.id, locale: 'en', draft: true })).title).toBe('No language');
  });

  test('broken JSON is a 4xx', async () => {
    const { status } = await cms.call('POST', '/topics', { as: editor, body: '{"title":', headers: { 'Content-Type': 'application/json' } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  const upload = (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.append('file', new File([content], name, { type }));
    form.append('_payload', '{}');
    return cms.call('POST', '/files', { as: editor, body: form });
  };
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`;

  test('a drawing of plain shapes is stored once and for all', async () => {
    const { status, body } = await upload('plain.svg', 'image/svg+xml', svg('<path d="M0 0h1v1z"/>'));
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.doc.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await cms.call('PATCH', `/files/${body.doc.id}`, { as: editor, body: { filename: 'other.svg' } })).status).toBe(403);
    expect((await cms.call('DELETE', `/files/${body.doc.id}`, { as: editor })).status).toBe(403);
    expect((await cms.call('GET', '/files/file/plain.svg')).status).toBe(401);
    expect((await cms.call('GET', '/files/file/plain.svg', { as: editor })).status).toBe(200);
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<path onload="alert(1)" d="M0 0"/>'],
    ['foreign content', '<foreignObject><p/></foreignObject>'],
    ['a link that runs code', '<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ['a picture from elsewhere', '<image href="https://elsewhere.example/x.png"/>'],
    ['a style from elsewhere', '<style>@import url(https://elsewhere.example/x.css)</style>'],
  ])('a drawing with %s is refused', async (_, inside) => {
    const { status, body } = await upload('active.svg', 'image/svg+xml', svg(inside));
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(/File|file/)]);
  });

  test.each([
    ['a page named as a picture', 'x.png', 'image/png', '<!doctype html><script>alert(1)</script>'],
    ['a page', 'x.html', 'text/html', '<!doctype html><p>x'],
    ['a program named as a document', 'x.pdf', 'application/pdf', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['an empty file', 'x.txt', 'text/plain', ''],
  ])('%s is refused by its content', async (_, name, type, content) => {
    const { status, body } = await upload(name, type, content);
    expect(status, JSON.stringify(body)).toBe(400);
  });

  test('a file of 50 MB is refused', async () => {
    const { status } = await upload('large.txt', 'text/plain', 'x'.repeat(50 * 1024 * 1024));
    expect([400, 413]).toContain(status);
    expect((await cms.payload.count({ collection: 'files', where: { filename: { contains: 'large' } } })).totalDocs).toBe(0);
  });
});
