import { type PublicCollection, publicCollections } from './sections.ts';
import type { Address, AnyDocument, DocumentRef, Documents, Id, Instant, Library, Media, Place, Program, Review, SearchSettings } from './types.ts';

/** What is different in a library: `undefined` beside an id takes it away, and a part that is left out stays as it is. */
export interface LibraryChanges {
  asOf: Instant;
  documents?: readonly [DocumentRef, AnyDocument | undefined][];
  media?: readonly [Id, Media | undefined][];
  places?: readonly [Id, Place | undefined][];
  /** Every review and every address of the documents that are named; those of other documents stay. */
  attached?: readonly { document: DocumentRef; reviews: readonly Review[]; addresses: readonly Address[] }[];
  reviews?: readonly Review[];
  program?: Program;
  search?: SearchSettings;
}

/**
 * A new library from an old one. It equals, order included, the library that a reading of everything would give, so that pages printed from either are
 * the same byte for byte.
 */
export function updateLibrary(library: Library, changes: LibraryChanges): Library {
  const { asOf, documents = [], media = [], places = [], attached = [], program = library.program, search = library.search } = changes;
  const named = new Set(attached.map(({ document }) => keyOf(document)));
  const others = ({ document }: { document: DocumentRef }) => !named.has(keyOf(document));
  const reviews = changes.reviews ?? (attached.length ? [...library.reviews.filter(others), ...attached.flatMap((part) => part.reviews)] : library.reviews);
  const addresses = attached.length ? [...library.addresses.filter(others), ...attached.flatMap((part) => part.addresses)] : library.addresses;
  return frozenLibrary({
    documents: Object.fromEntries(
      publicCollections.map((collection) => [
        collection,
        changedMap(library.documents[collection] as ReadonlyMap<Id, AnyDocument>, changesOf(documents, collection)),
      ]),
    ) as unknown as Library['documents'],
    media: changedMap(library.media, media),
    places: changedMap(library.places, places),
    reviews,
    addresses,
    program,
    search,
    asOf,
  });
}

/** A library in its one order, which no change may change. */
export function frozenLibrary(library: Library): Library {
  return Object.freeze({
    ...library,
    documents: Object.freeze({ ...library.documents }),
    reviews: library.reviews.toSorted(
      (a, b) => byText(keyOf(a.document), keyOf(b.document)) || byText(a.locale, b.locale) || byText(a.on, b.on) || byText(a.contentHash, b.contentHash),
    ),
    addresses: library.addresses.toSorted((a, b) => byText(a.path, b.path) || byText(keyOf(a.document), keyOf(b.document))),
  });
}

/** Entries by id: numbers by size, the equally long ids of other databases by their letters. */
export function inIdOrder<T>(entries: Iterable<readonly [Id, T]>): ReadonlyMap<Id, T> {
  return new Map([...entries].sort(([a], [b]) => a.length - b.length || byText(a, b)));
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
  if (changes.length === 0) return map;
  const next = new Map(map);
  for (const [id, value] of changes) {
    if (value === undefined) next.delete(id);
    else next.set(id, value);
  }
  return inIdOrder(next);
}

function keyOf(document: DocumentRef): string {
  return `${document.collection}/${document.id}`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
