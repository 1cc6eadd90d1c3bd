import { contentHash } from '../../cms/library/contentHash.ts';
import { paths } from '../../cms/library/paths.ts';
import type { Library, Review } from '../../cms/library/types.ts';
import { addressesByDocument, reviewsByDocument } from '../../cms/library/updateLibrary.ts';
import { articles } from './fixture/articles.ts';
import { program } from './fixture/program.ts';
import { faqs, kits, materials, media, pages, terms, topics } from './fixture/shortDocuments.ts';
import { people, places, workshops } from './fixture/workshops.ts';

export { writeFixtureFiles } from './fixture/files.ts';

const byId = <T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]));
const role = { en: 'a licensed clinician of the program', es: 'una profesional clínica con licencia del programa' };

/**
 * A small whole library in memory: at least two documents of each kind, every block, both languages, texts that exist in English alone, a review in each
 * state, crisis lines of each kind, a cancelled date, a moved and a gone address. Its clock stands at Monday, 23 November 2026, 10 am in New York.
 */
export function fixtureLibrary(change: Partial<Library> = {}): Library {
  const [boundaries, , firstWeek] = articles;
  const [callTheTeam] = faqs;
  const reviews: Review[] = [
    { document: { collection: 'articles', id: 'a1' }, locale: 'en', contentHash: contentHash(boundaries!, 'en'), role, on: '2026-11-03', due: '2027-11-03' },
    { document: { collection: 'articles', id: 'a1' }, locale: 'es', contentHash: 'the-hash-of-an-older-text', role, on: '2026-10-03', due: '2027-10-03' },
    { document: { collection: 'articles', id: 'a3' }, locale: 'en', contentHash: contentHash(firstWeek!, 'en'), role, on: '2025-09-03', due: '2026-09-03' },
    { document: { collection: 'faqs', id: 'q1' }, locale: 'es', contentHash: contentHash(callTheTeam!, 'es'), role, on: '2026-10-20', due: '2027-10-20' },
  ];
  return {
    documents: {
      articles: byId(articles),
      topics: byId(topics),
      faqs: byId(faqs),
      terms: byId(terms),
      workshops: byId(workshops),
      materials: byId(materials),
      kits: byId(kits),
      pages: byId(pages),
    },
    media: byId(media),
    places: byId(places),
    people: new Map(Object.entries(people)),
    reviews: reviewsByDocument(reviews),
    addresses: addressesByDocument([
      {
        locale: 'en',
        path: paths.document('en', 'articles', 'setting-limits'),
        document: { collection: 'articles', id: 'a1' },
        code: 'bcdfgh',
        state: 'moved',
        since: '2026-09-01T15:00:00.000Z',
      },
      {
        locale: 'en',
        path: paths.document('en', 'articles', 'a-text-we-withdrew'),
        document: { collection: 'articles', id: 'a9' },
        code: 'xzbcdf',
        state: 'gone',
        since: '2026-09-02T15:00:00.000Z',
      },
    ]),
    program,
    search: { synonyms: [{ locale: 'en', words: ['limit', 'boundary'] }], promoted: [] },
    asOf: '2026-11-23T15:00:00.000Z',
    ...change,
  };
}

export const fixtureSettings = { origin: 'https://family.example.org', leaveUrl: 'https://weather.gov' } as const;
