import { keyOf } from './rowKey.ts';
import { type PublicCollection, publicCollections } from './sections.ts';
import type { Address, AnyDocument, DocumentRef, Documents, Id, Instant, Library, Media, Person, Place, Program, Review, SearchSettings } from './types.ts';

/** What is different in a library: `undefined` beside an id takes it away, and a part that is left out stays as it is. */
export interface LibraryChanges {
  asOf: Instant;
  documents?: readonly [DocumentRef, AnyDocument | undefined][];
  media?: readonly [Id, Media | undefined][];
  places?: readonly [Id, Place | undefined][];
  people?: readonly [Id, Person | undefined][];
  /** Every review and every address of the documents that are named; those of other documents stay. */
  attached?: readonly { document: DocumentRef; reviews: readonly Review[]; addresses: readonly Address[] }[];
  program?: Program;
  search?: SearchSettings;
}

/**
 * A new library from an old one. It equals, order included, the library that a reading of everything would give, so that pages printed from either are
 * the same byte for byte. What did not change is the same object as before.
 */
export function updateLibrary(library: Library, changes: LibraryChanges): Library {
  const { asOf, documents = [], media = [], places = [], people = [], attached = [], program = library.program, search = library.search } = changes;
  return Object.freeze({
    documents: Object.freeze(
      Object.fromEntries(
        publicCollections.map((collection) => [
          collection,
          changedMap(library.documents[collection] as ReadonlyMap<Id, AnyDocument>, changesOf(documents, collection)),
        ]),
      ),
    ) as unknown as Library['documents'],
    media: changedMap(library.media, media),
    places: changedMap(library.places, places),
    people: changedMap(library.people, people),
    reviews: changedLists(
      library.reviews,
      attached.map((part) => [part.document, part.reviews.toSorted(inReviewOrder)]),
    ),
    addresses: changedLists(
      library.addresses,
      attached.map((part) => [part.document, part.addresses.toSorted(inPathOrder)]),
    ),
    program,
    search,
    asOf,
  });
}

/** Entries by id: numbers by size, the equally long ids of other databases by their letters. */
export function inIdOrder<T>(entries: Iterable<readonly [Id, T]>): ReadonlyMap<Id, T> {
  return new Map([...entries].sort(([a], [b]) => a.length - b.length || byText(a, b)));
}

/** Reviews by the document that they are of, in their one order. */
export function reviewsByDocument(reviews: readonly Review[]): Library['reviews'] {
  return byDocument(reviews, inReviewOrder);
}

/** Addresses by the document that has or had them, in their one order. */
export function addressesByDocument(addresses: readonly Address[]): Library['addresses'] {
  return byDocument(addresses, inPathOrder);
}

/** A library of no documents at all, before anything is read into it. */
export function noDocuments(): Library['documents'] {
  return Object.fromEntries(publicCollections.map((collection) => [collection, new Map()])) as unknown as Library['documents'];
}

function changesOf(
  documents: readonly [DocumentRef, AnyDocument | undefined][],
  collection: PublicCollection,
): [Id, Documents[PublicCollection] | undefined][] {
  return documents.filter(([ref]) => ref.collection === collection).map(([ref, document]) => [ref.id, document]);
}

function changedMap<T>(map: ReadonlyMap<Id, T>, changes: readonly (readonly [Id, T | undefined])[]): ReadonlyMap<Id, T> {
  const real = changes.filter(([id, value]) => value !== map.get(id));
  if (real.length === 0) return map;
  const next = new Map(map);
  for (const [id, value] of real) {
    if (value === undefined) next.delete(id);
    else next.set(id, value);
  }
  return real.some(([id]) => !map.has(id)) ? inIdOrder(next) : next;
}

function changedLists<T>(
  map: ReadonlyMap<string, readonly T[]>,
  changes: readonly (readonly [DocumentRef, readonly T[]])[],
): ReadonlyMap<string, readonly T[]> {
  if (changes.length === 0) return map;
  const next = new Map(map);
  for (const [document, list] of changes) {
    if (list.length > 0) next.set(keyOf(document), list);
    else next.delete(keyOf(document));
  }
  return changes.some(([document, list]) => list.length > 0 && !map.has(keyOf(document))) ? inKeyOrder(next) : next;
}

function byDocument<T extends { document: DocumentRef }>(items: readonly T[], order: (a: T, b: T) => number): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items.toSorted(order)) {
    const key = keyOf(item.document);
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return inKeyOrder(lists);
}

function inKeyOrder<T>(lists: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...lists].sort(([a], [b]) => byText(a, b)));
}

function inReviewOrder(a: Review, b: Review): number {
  return byText(a.locale, b.locale) || byText(a.on, b.on) || byText(a.contentHash, b.contentHash);
}

function inPathOrder(a: Address, b: Address): number {
  return byText(a.path, b.path);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
