import type { Payload } from 'payload';
import {
  addressFrom,
  type Beside,
  calendarFrom,
  documentFrom,
  Fields,
  fileFrom,
  mediaFrom,
  personFrom,
  placeFrom,
  programFrom,
  reviewFrom,
  searchSettingsFrom,
  type Take,
} from './parse/index.ts';
import { globalOf, type Row, rowsOf, rowsWith } from './read/rows.ts';
import { attempted, type LibraryProblem, olderVersions, parsed, type Reading, type RowRef, shown } from './read/shown.ts';
import { keyOf } from './rowKey.ts';
import { type PublicCollection, publicCollections } from './sections.ts';
import type { AnyDocument, DocumentRef, Id, Instant, Library, Media, Person, Place } from './types.ts';
import { addressesByDocument, inIdOrder, type LibraryChanges, noDocuments, reviewsByDocument } from './updateLibrary.ts';

export type { LibraryProblem, RowRef } from './read/shown.ts';

/** The collections and globals of which a library is made: a change of any other one changes no page. */
export const readCollections: readonly string[] = [...publicCollections, 'media', 'places', 'people', 'reviews'];
export const readGlobals: readonly string[] = ['program', 'searchSettings'];

/**
 * Reads everything that is published, in every language, as it is committed. A row that cannot be shown is reported and stops no other: where it has
 * an older published version that can be shown, that one stands in. Throws `ParseProblem` where a global cannot be read.
 */
export async function readLibrary(payload: Payload, asOf: Instant = new Date().toISOString()): Promise<{ library: Library; problems: LibraryProblem[] }> {
  const reading: Reading = {
    payload,
    beside: { files: filesById(await rowsOf(payload, 'files')), calendars: calendarsById(await rowsOf(payload, 'calendars')) },
    problems: [],
  };
  const documents = noDocuments();
  for (const collection of publicCollections) {
    const read = await eachOf(await rowsOf(payload, collection), (row) => documentOf(reading, collection, row));
    Object.assign(documents, { [collection]: inIdOrder(read) });
  }
  const library: Library = Object.freeze({
    documents: Object.freeze(documents),
    media: inIdOrder(await eachOf(await rowsOf(payload, 'media'), (row) => mediaOf(reading, row))),
    places: inIdOrder(placesIn(reading, await rowsOf(payload, 'places'))),
    people: inIdOrder(peopleIn(reading, await rowsOf(payload, 'people'))),
    reviews: reviewsByDocument(parsed(reading, 'reviews', await rowsOf(payload, 'reviews'), reviewFrom)),
    addresses: addressesByDocument(parsed(reading, 'addresses', await rowsOf(payload, 'addresses'), addressFrom)),
    program: programFrom(await globalOf(payload, 'program')),
    search: searchSettingsFrom(await globalOf(payload, 'searchSettings')),
    asOf,
  });
  return { library, problems: reading.problems };
}

/**
 * Reads again the rows that are named, and what hangs on them, as changes to a library. A global that cannot be read stays as it was and is reported.
 * What it asks of the database grows with the number of rows named, not with the library.
 */
export async function readChanges(
  payload: Payload,
  named: readonly RowRef[],
  asOf: Instant = new Date().toISOString(),
): Promise<{ changes: LibraryChanges; problems: LibraryProblem[] }> {
  const idsIn = (collection: string) => [...new Set(named.filter((row) => row.collection === collection).map((row) => row.id))];
  const names = (global: string) => named.some((row) => row.collection === global);
  const rows = async (collection: string) => rowsWith(payload, collection, 'id', idsIn(collection));
  const [materials, media] = [await rows('materials'), await rows('media')];
  const files = filesById(await rowsWith(payload, 'files', 'id', [...materials, ...media].flatMap(fileIds)));
  const calendars = calendarsById(await rowsWith(payload, 'calendars', 'documentId', idsIn('workshops')));
  const reading: Reading = { payload, beside: { files, calendars }, problems: [] };

  const documents: [DocumentRef, AnyDocument | undefined][] = [];
  for (const collection of publicCollections) {
    const found = collection === 'materials' ? materials : await rows(collection);
    const read = new Map(await eachOf(found, (row) => documentOf(reading, collection, row)));
    for (const id of idsIn(collection)) documents.push([{ collection, id }, read.get(id)]);
  }
  return {
    changes: {
      asOf,
      documents,
      media: each(idsIn('media'), new Map(await eachOf(media, (row) => mediaOf(reading, row)))),
      places: each(idsIn('places'), new Map(placesIn(reading, await rows('places')))),
      people: each(idsIn('people'), new Map(peopleIn(reading, await rows('people')))),
      attached: await attachedTo(reading, [...documents.map(([ref]) => ref), ...(await reviewedIn(reading, idsIn('reviews')))]),
      ...(names('program') ? await attempted(reading, 'program', async () => ({ program: programFrom(await globalOf(payload, 'program')) })) : {}),
      ...(names('searchSettings')
        ? await attempted(reading, 'searchSettings', async () => ({ search: searchSettingsFrom(await globalOf(payload, 'searchSettings')) }))
        : {}),
    },
    problems: reading.problems,
  };
}

/** An older version of a document that `accept` takes, for one that parses but cannot be printed. */
export async function readStandIn(
  payload: Payload,
  { collection, id }: DocumentRef,
  accept: (older: AnyDocument) => Promise<boolean>,
): Promise<AnyDocument | undefined> {
  const [row] = await rowsWith(payload, collection, 'id', [id]);
  if (!row) return undefined;
  const files = filesById(collection === 'materials' ? await rowsOf(payload, 'files') : []);
  const calendars = calendarsById(collection === 'workshops' ? await rowsWith(payload, 'calendars', 'documentId', [id]) : []);
  const parse = (from: Row, take: Take) => documentFrom(collection, from, { take, beside: { files, calendars } }) as AnyDocument;
  for await (const older of olderVersions(payload, collection, row, parse)) if (await accept(older)) return older;
  return undefined;
}

/** The documents that reviews are of; nobody can delete a review. */
async function reviewedIn(reading: Reading, ids: readonly Id[]): Promise<DocumentRef[]> {
  return parsed(reading, 'reviews', await rowsWith(reading.payload, 'reviews', 'id', ids), reviewFrom).map(({ document }) => document);
}

async function attachedTo(reading: Reading, refs: readonly DocumentRef[]): Promise<NonNullable<LibraryChanges['attached']>> {
  const ids = refs.map((ref) => ref.id);
  const reviews = reviewsByDocument(parsed(reading, 'reviews', await rowsWith(reading.payload, 'reviews', 'document.value', ids), reviewFrom));
  const addresses = addressesByDocument(parsed(reading, 'addresses', await rowsWith(reading.payload, 'addresses', 'documentId', ids), addressFrom));
  return refs.map((document) => ({ document, reviews: reviews.get(keyOf(document)) ?? [], addresses: addresses.get(keyOf(document)) ?? [] }));
}

function documentOf(reading: Reading, collection: PublicCollection, row: Row): Promise<AnyDocument | undefined> {
  return shown<AnyDocument>(reading, collection, row, (from, take) => documentFrom(collection, from, { take, beside: reading.beside }));
}

function mediaOf(reading: Reading, row: Row): Promise<Media | undefined> {
  return shown(reading, 'media', row, (from, take) => mediaFrom(new Fields(from), take, reading.beside));
}

function placesIn(reading: Reading, rows: readonly Row[]): [Id, Place][] {
  return parsed(reading, 'places', rows, placeFrom).map((place) => [place.id, place]);
}

function peopleIn(reading: Reading, rows: readonly Row[]): [Id, Person][] {
  return parsed(reading, 'people', rows, (fields) => [fields.id('id') ?? '', personFrom(fields)]);
}

async function eachOf<T extends { id: Id }>(rows: readonly Row[], read: (row: Row) => Promise<T | undefined>): Promise<[Id, T][]> {
  const entries: [Id, T][] = [];
  for (const row of rows) {
    const found = await read(row);
    if (found) entries.push([found.id, found]);
  }
  return entries;
}

function each<T>(ids: readonly Id[], found: ReadonlyMap<Id, T>): [Id, T | undefined][] {
  return ids.map((id) => [id, found.get(id)]);
}

function filesById(rows: readonly Row[]): Beside['files'] {
  return new Map(rows.map((row) => [String(row.id), fileFrom(new Fields(row))]));
}

function calendarsById(rows: readonly Row[]): Beside['calendars'] {
  return new Map(rows.map((row) => calendarFrom(new Fields(row))));
}

/** The files that a row names: one, or one in each language. */
function fileIds({ file }: Row): Id[] {
  const values = file && typeof file === 'object' ? Object.values(file) : [file];
  return values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
}
