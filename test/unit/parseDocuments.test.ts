import { describe, expect, test } from 'vitest';
import { contentHash } from '../../cms/library/contentHash.ts';
import { documentFrom, Fields, programFrom, searchSettingsFrom } from '../../cms/library/parse/index.ts';
import { lexical, paragraph } from '../support/lexical.ts';

const stamps = { updatedAt: '2026-03-09T10:00:00.000Z', publishedAt: '2026-03-01T10:00:00.000Z' };
const article = {
  id: 12,
  code: 'bcdfgh',
  ...stamps,
  _status: { en: 'published', es: 'draft' },
  title: { en: ' Staying close ', es: 'Sin terminar' },
  slug: { en: 'staying-close', es: 'sin-terminar' },
  summary: { en: 'How.', es: null },
  body: { en: lexical(paragraph('Hello.')), es: null },
  picture: null,
  topics: [3, 4],
  stage: 'before',
  setback: true,
  audience: ['partner'],
  sources: [{ id: 'x', title: 'SAMHSA', url: 'https://www.samhsa.gov/' }],
  related: [{ relationTo: 'faqs', value: 5 }],
  sensitive: null,
};

test('a document has the languages that are published, and no word of the others', () => {
  const parsed = documentFrom('articles', article);
  expect(parsed).toEqual({
    id: '12',
    code: 'bcdfgh',
    ...stamps,
    collection: 'articles',
    text: {
      en: { slug: 'staying-close', title: 'Staying close', summary: 'How.', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hello.' }] }] },
    },
    topics: ['3', '4'],
    stage: 'before',
    setback: true,
    audience: ['partner'],
    sources: [{ title: 'SAMHSA', url: 'https://www.samhsa.gov/' }],
    related: [{ collection: 'faqs', id: '5' }],
    sensitive: false,
  });
  expect(JSON.stringify(parsed)).not.toContain('terminar');
});

test.each([
  [{ en: 'published', es: 'published' }, ['en', 'es']],
  [{ es: 'published' }, ['es']],
  [{ en: 'draft' }, []],
  ['published', ['en', 'es']],
  ['draft', []],
  [undefined, []],
])('a status of %j publishes %j', (status, languages) => {
  expect(Object.keys(documentFrom('topics', { id: 1, ...stamps, _status: status, title: { en: 'T', es: 'T' }, slug: { en: 't', es: 't' } }).text)).toEqual(
    languages,
  );
});

test('a draft has the same hash as the same text once published', () => {
  const draft = documentFrom('articles', { ...article, _status: { en: 'draft' } }, { take: ['en'] });
  expect(contentHash(draft, 'en')).toBe(contentHash(documentFrom('articles', article), 'en'));
  expect(contentHash(draft, 'en')).not.toBe('');
});

test('the hash changes with a word and with a source, and not with the slug or a topic', () => {
  const hash = (change: object) => contentHash(documentFrom('articles', { ...article, ...change }), 'en');
  expect(hash({ body: { en: lexical(paragraph('Hello!')) } })).not.toBe(hash({}));
  expect(hash({ sources: [] })).not.toBe(hash({}));
  expect(hash({ slug: { en: 'other' } })).toBe(hash({}));
  expect(hash({ topics: [] })).toBe(hash({}));
});

describe('what cannot be shown is refused with its field', () => {
  test.each([
    ['no title', { title: { en: '' } }, /^title \(en\): is empty/],
    ['no slug', { slug: {} }, /^slug .*is empty/],
    ['a title that is a number', { title: { en: 4 } }, /^title \(en\)/],
    ['an unknown stage', { stage: 'later' }, /^stage: is 'later'/],
    ['an unknown audience', { audience: ['boss'] }, /^audience: has 'boss'/],
    ['a source that is a script', { sources: [{ title: 'x', url: 'javascript:1' }] }, /^sources, row 1, url/],
    ['topics that are no list', { topics: 'all' }, /^topics: .*list/],
    ['a relation to what has no page', { related: [{ relationTo: 'staff', value: 1 }] }, /^related/],
    ['a body that is no text', { body: { en: 'words' } }, /^body \(en\)/],
  ])('%s', (_name, change, message) => {
    expect(() => documentFrom('articles', { ...article, ...change })).toThrow(message);
  });

  test.each([[null], ['text'], [[1]]])('%j in the place of a document', (value) => {
    expect(() => documentFrom('articles', value)).toThrow(/document was expected/);
  });
});

const workshop = { id: 1, ...stamps, _status: { en: 'published' }, title: { en: 'Evening' }, slug: { en: 'evening' }, kind: 'support', facilitators: [2] };
const row = { from: '2026-03-10', start: '18:30', zone: 'America/Chicago', minutes: 90 };

describe('a schedule', () => {
  const repeatOf = (segment: object) => documentFrom('workshops', { ...workshop, segments: [{ ...row, ...segment }] }).segments[0]?.repeat;
  test.each([
    ['once', { repeat: 'once' }, { every: 'once' }],
    ['every second week on two days', { repeat: 'week', interval: 2, weekdays: ['MO', 'TU'] }, { every: 'week', interval: 2, weekdays: ['MO', 'TU'] }],
    ['weekly on the weekday of its first day where none is named', { repeat: 'week' }, { every: 'week', interval: 1, weekdays: ['TU'] }],
    ['on the last Thursday of the month', { repeat: 'month', nth: '5', weekday: 'TH' }, { every: 'month', interval: 1, nth: 5, weekday: 'TH' }],
  ])('%s', (_name, segment, expected) => {
    expect(repeatOf(segment)).toEqual(expected);
  });

  test.each([
    ['a day that is not on the calendar', { from: '2026-02-30' }, /segments, row 1, from/],
    ['no first day', { from: '' }, /from: is empty/],
    ['a time that is not on the clock', { start: '25:00' }, /start: is '25:00'/],
    ['an unknown zone', { zone: 'Mars/Base' }, /zone: is 'Mars\/Base'/],
    ['an interval of nothing', { repeat: 'week', interval: 0 }, /interval/],
    ['no length', { minutes: -5 }, /minutes/],
  ])('%s is refused', (_name, segment, message) => {
    expect(() => repeatOf(segment)).toThrow(message);
  });
});

test('the notes of a kit run beside its items in each language', () => {
  const kit = {
    id: 1,
    ...stamps,
    _status: { en: 'published', es: 'published' },
    title: { en: 'K', es: 'K' },
    slug: { en: 'k', es: 'k' },
    items: [
      { document: { relationTo: 'faqs', value: 1 }, note: { en: 'First', es: 'Primero' } },
      { document: null, note: { en: 'Lost' } },
      { document: { relationTo: 'terms', value: 2 }, note: { en: null } },
    ],
  };
  const { items, text } = documentFrom('kits', kit);
  expect(items).toEqual([
    { collection: 'faqs', id: '1' },
    { collection: 'terms', id: '2' },
  ]);
  expect([text.en?.notes, text.es?.notes]).toEqual([
    ['First', ''],
    ['Primero', ''],
  ]);
});

describe('the program', () => {
  test('a crisis line keeps its words in both languages, one standing in for the other', () => {
    const { crisisLines } = programFrom(new Fields({ crisisLines: [{ kind: 'suicide', label: { en: '988' }, call: '988', languages: ['en', 'es'] }] }));
    expect(crisisLines[0]?.text).toMatchObject({ en: { label: '988' }, es: { label: '988' } });
  });

  test('a notice without an end is none', () => {
    expect(programFrom(new Fields({ notice: { text: { en: 'Closed' }, until: null } })).notice).toBeUndefined();
    expect(programFrom(new Fields({ notice: { text: { en: 'Closed' }, until: '2026-03-10T00:00:00.000Z' } })).notice).toEqual({
      text: { en: 'Closed', es: 'Closed' },
      until: '2026-03-10T00:00:00.000Z',
    });
  });

  test('search words of both languages are words of each', () => {
    const words = { locale: 'both', words: ['Narcan', 'naloxone'] };
    expect(searchSettingsFrom(new Fields({ synonyms: [words] })).synonyms.map(({ locale }) => locale)).toEqual(['en', 'es']);
    expect(() => searchSettingsFrom(new Fields({ synonyms: [{ ...words, locale: 'fr' }] }))).toThrow();
  });

  test('before anybody filled it in, it is empty', () => {
    expect(programFrom(new Fields({}))).toMatchObject({ name: '', zone: 'UTC', crisisLines: [] });
    expect(searchSettingsFrom(new Fields({}))).toEqual({ synonyms: [], promoted: [] });
  });
});
