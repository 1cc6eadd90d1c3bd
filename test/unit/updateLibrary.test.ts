import { expect, test } from 'vitest';
import { readerOf } from '../../cms/library/queries/index.ts';
import { updateLibrary } from '../../cms/library/updateLibrary.ts';
import { nextBoundary } from '../../cms/publishing/nextBoundary.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const asOf = '2026-11-24T09:00:00.000Z';

test('a change makes a new library and leaves the old one as it was', () => {
  const before = fixtureLibrary();
  const article = before.documents.articles.get('a1')!;
  const after = updateLibrary(before, {
    asOf,
    documents: [
      [
        { collection: 'articles', id: 'a1' },
        { ...article, setback: !article.setback },
      ],
    ],
  });
  expect(after.documents.articles.get('a1')?.setback).toBe(!article.setback);
  expect(before.documents.articles.get('a1')).toBe(article);
  expect(after.documents.faqs).toBe(before.documents.faqs);
  expect([after.asOf, Object.isFrozen(after)]).toEqual([asOf, true]);
});

test('ids keep their order, numbers by size, whatever came last', () => {
  const article = fixtureLibrary().documents.articles.get('a1')!;
  const numbered = ['2', '10', '1'].map(
    (id) =>
      [
        { collection: 'articles' as const, id },
        { ...article, id },
      ] as const,
  );
  const { documents } = updateLibrary(fixtureLibrary({ documents: { ...fixtureLibrary().documents, articles: new Map() } }), {
    asOf,
    documents: numbered.map(([ref, document]) => [ref, document]),
  });
  expect([...documents.articles.keys()]).toEqual(['1', '2', '10']);
});

test('a document that goes takes its place, its reviews and its former addresses along as the change says', () => {
  const document = { collection: 'articles', id: 'a1' } as const;
  const gone = { locale: 'en', path: '/en/guides/x/', document, code: 'bcdfgh', state: 'gone', since: '2026-11-01T00:00:00.000Z' } as const;
  const after = updateLibrary(fixtureLibrary(), { asOf, documents: [[document, undefined]], attached: [{ document, reviews: [], addresses: [gone] }] });
  expect(after.documents.articles.has('a1')).toBe(false);
  expect(after.reviews.has('articles/a1')).toBe(false);
  expect(after.addresses.get('articles/a1')).toEqual([gone]);
  expect(after.addresses.has('articles/a9')).toBe(true);
});

test("a workshop's page names its leaders by first name and role, and only those who are there", () => {
  const library = fixtureLibrary();
  const [workshop] = library.documents.workshops.values();
  const led = updateLibrary(library, { asOf, documents: [[workshop!, { ...workshop!, facilitators: ['p2', 'p9'] }]] });
  expect(readerOf(led).ask('workshopPage', 'es', workshop!.id)?.facilitators).toEqual([{ name: 'Daniel', role: 'Trabajador social' }]);
});

test.each([
  ["midnight in the program's zone", {}, ['America/New_York'], '2026-11-24T05:00:00Z'],
  ['midnight where a workshop is held, if it comes first', {}, ['America/New_York', 'Atlantic/Azores'], '2026-11-24T01:00:00Z'],
  [
    'the end of the notice, if it comes first',
    { notice: { text: { en: 'Closed', es: 'Cerrado' }, until: '2026-11-23T20:00:00.000Z' } },
    ['America/New_York'],
    '2026-11-23T20:00:00Z',
  ],
  [
    'not the end of a notice that is over',
    { notice: { text: { en: 'Closed', es: 'Cerrado' }, until: '2026-11-23T14:00:00.000Z' } },
    ['America/New_York'],
    '2026-11-24T05:00:00Z',
  ],
])('pages change next at %s', (_name, program, zones, expected) => {
  const library = fixtureLibrary();
  const workshop = [...library.documents.workshops.values()][0]!;
  const workshops = new Map(zones.map((zone, index) => [String(index), { ...workshop, segments: workshop.segments.map((segment) => ({ ...segment, zone })) }]));
  const { notice: _, ...withoutNotice } = library.program;
  const changed = { ...library, program: { ...withoutNotice, zone: 'America/New_York', ...program }, documents: { ...library.documents, workshops } };
  expect(nextBoundary(changed).toString()).toBe(expected);
});
