import { findDocument, titleOf } from './inLocale.ts';
import { type Locale, locales } from './locales.ts';
import type { SearchDocument } from './searchDocuments.ts';
import { type PublicCollection, publicCollections } from './sections.ts';
import type { AnyDocument, Library } from './types.ts';

/** What a device knows by name: enough to suggest while a reader types, and to tell which page is called what they asked for. */
export interface SearchNames {
  documents: NamedDocument[];
  /** Groups of words that mean the same. */
  synonyms: string[][];
  /** What staff want first for these words; `document` is a place in `documents`. */
  promoted: { words: string; document: number }[];
}

export interface NamedDocument {
  /** How the index beside it calls the page. */
  id: string;
  path: string;
  kind: PublicCollection;
  lang: Locale;
  title: string;
  /** Other names of the same thing. */
  names: string[];
}

/** More than this a device need not hold; in a larger library the long texts are found by their words alone. */
const most = 1_500;

/** Short answers first, so that they are there in the largest library. */
const order: readonly PublicCollection[] = ['topics', 'terms', 'faqs', 'workshops', 'kits', 'materials', 'articles', 'pages'];

/** What toSearchNames needs of a document. */
export type Nameable = Pick<SearchDocument, 'ref' | 'path' | 'kind' | 'lang' | 'title'>;

/** The names of `documents` for readers of `locale`, without the ids of an index, which does not yet exist. */
export function toSearchNames(library: Library, locale: Locale, documents: readonly Nameable[]): SearchNames {
  const named = documents.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, most);
  return {
    documents: named.map((document) => nameOf(library, document)),
    synonyms: library.search.synonyms.filter((group) => group.locale === locale).map(({ words }) => words),
    promoted: library.search.promoted.flatMap((promoted) => {
      const place = named.findIndex(({ ref }) => ref.collection === promoted.document.collection && ref.id === promoted.document.id);
      return promoted.locale === locale && place >= 0 ? [{ words: promoted.words, document: place }] : [];
    }),
  };
}

function nameOf(library: Library, { ref, path, kind, lang, title }: Nameable): NamedDocument {
  const document = findDocument(library, ref);
  const names = document ? [...(document.collection === 'terms' ? (document.text[lang]?.alsoCalled ?? []) : []), ...inOtherLanguages(document, lang)] : [];
  return { id: '', path, kind, lang, title, names: names.filter((name) => name !== title) };
}

/** Short titles of other languages: families hear both. Long ones would double what a device fetches. */
function inOtherLanguages(document: AnyDocument, lang: Locale): string[] {
  if (document.collection !== 'terms' && document.collection !== 'workshops') return [];
  return locales.filter((other) => other !== lang && other in document.text).map((other) => titleOf(document, other));
}

/** As it is written: a row a document, its kind as a number, and its language only where it is not the reader's. */
type Row = [id: string, path: string, kind: number, title: string, names: string[], lang?: Locale];

export function namesWritten({ documents, synonyms, promoted }: SearchNames, locale: Locale): string {
  const rows = documents.map(({ id, path, kind, title, names, lang }): Row => {
    const place = publicCollections.indexOf(kind);
    return lang === locale ? [id, path, place, title, names] : [id, path, place, title, names, lang];
  });
  return JSON.stringify([rows, synonyms, promoted.map(({ words, document }) => [words, document])]);
}

/** The names that `namesWritten` wrote; what stands there is the publisher's own. */
export function namesRead(text: string, locale: Locale): SearchNames {
  const [rows, synonyms, promoted] = JSON.parse(text) as [Row[], string[][], [string, number][]];
  return {
    documents: rows.flatMap(([id, path, number, title, names, lang = locale]) => {
      const kind = publicCollections[number];
      return kind ? [{ id, path, kind, title, names, lang }] : [];
    }),
    synonyms,
    promoted: promoted.map(([words, document]) => ({ words, document })),
  };
}
