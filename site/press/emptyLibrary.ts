import type { Library } from '../../cms/library/types.ts';

const noWords = { hours: '', tagline: '', afterHours: '' };

/** A library before anybody has written a word: for reading what the templates themselves bring. */
export const emptyLibrary: Library = {
  documents: {
    articles: new Map(),
    topics: new Map(),
    faqs: new Map(),
    terms: new Map(),
    workshops: new Map(),
    materials: new Map(),
    kits: new Map(),
    pages: new Map(),
  },
  media: new Map(),
  places: new Map(),
  people: new Map(),
  reviews: new Map(),
  addresses: new Map(),
  program: { name: '', phone: '', email: '', zone: 'UTC', text: { en: noWords, es: noWords }, crisisLines: [], closures: [], closuresSequence: 0 },
  search: { synonyms: [], promoted: [] },
  asOf: '2000-01-01T00:00:00Z',
};
