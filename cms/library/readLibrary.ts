import type { CollectionSlug, GlobalSlug, Payload, Where } from 'payload';
import {
  addressFrom,
  type Beside,
  documentFrom,
  Fields,
  fileFrom,
  mediaFrom,
  ParseProblem,
  personFrom,
  placeFrom,
  programFrom,
  publishedLocales,
  reviewFrom,
  searchSettingsFrom,
  type Take,
} from './parse/index.ts';
import { type PublicCollection, publicCollections } from './sections.ts';
import type { AnyDocument, DocumentRef, Id, Instant, Library, Media } from './types.ts';
import { frozenLibrary, inIdOrder, type LibraryChanges, noDocuments } from './updateLibrary.ts';

/** A row of a collection, or a global, whose id is empty: as publications name it. */
export interface RowRef {
  collection: string;
  id: Id;
}

/** A row that cannot be shown as it stands, and whether an older published version stands in for it. */
export interface LibraryProblem extends RowRef {
  message: string;
  standIn: boolean;
}

type Row = Record<string, unknown>;
type Parse<T> = (row: Row, take: Take) => T;

/** What a reading has at hand: the database, the rows that are part of others, and the problems met so far. */
interface Reading {
  payload: Payload;
  beside: Beside;
  problems: LibraryProblem[];
}

/** The collections and globals of which a library is made: a change of any other one changes no page. */
export const readCollections: readonly string[] = [...publicCollections, 'media', 'places', 'people', 'reviews'];
export const readGlobals: readonly string[] = ['program', 'searchSettings'];

const pageLength = 500;

/**
 * Reads everything that is published, in every language, as it is committed. A row that cannot be shown is reported and stops no other: where it has
 * an older published version that can be shown, that one stands in. Throws `ParseProblem` where a global cannot be read.
 */
export async function readLibrary(payload: Payload, asOf: Instant = new Date().toISOString()): Promise<{ library: Library; problems: LibraryProblem[] }> {
  const reading: Reading = { payload, beside: { files: await filesOf(payload), people: await peopleOf(payload) }, problems: [] };
  const documents = noDocuments();
  for (const collection of publicCollections) {
    const read = await eachOf(await rowsOf(payload, collection), (row) => documentOf(reading, collection, row));
    Object.assign(documents, { [collection]: inIdOrder(read) });
  }
  const library = frozenLibrary({
    documents,
    media: inIdOrder(await eachOf(await rowsOf(payload, 'media'), (row) => mediaOf(reading, row))),
    places: inIdOrder(parsed(reading, 'places', await rowsOf(payload, 'places'), placeFrom).map((place) => [place.id, place])),
    reviews: parsed(reading, 'reviews', await rowsOf(payload, 'reviews'), reviewFrom),
    addresses: parsed(reading, 'addresses', await rowsOf(payload, 'addresses'), addressFrom),
    program: programFrom(await globalOf(payload, 'program')),
    search: searchSettingsFrom(await globalOf(payload, 'searchSettings')),
    asOf,
  });
  return { library, problems: reading.problems };
}

/** Reads again the rows that are named, and what hangs on them, as changes to `library`. A global that cannot be read stays as it was and is reported. */
export async function readChanges(
  payload: Payload,
  library: Library,
  named: readonly RowRef[],
  asOf: Instant = new Date().toISOString(),
): Promise<{ changes: LibraryChanges; problems: LibraryProblem[] }> {
  const idsIn = (collection: string) => [...new Set(named.filter((row) => row.collection === collection).map((row) => row.id))];
  const names = (...collections: string[]) => named.some((row) => collections.includes(row.collection));
  const files = names('media', 'materials') ? await filesOf(payload) : new Map();
  const people = names('workshops', 'people') ? await peopleOf(payload) : new Map();
  const reading: Reading = { payload, beside: { files, people }, problems: [] };

  const documents: [DocumentRef, AnyDocument | undefined][] = [];
  for (const collection of publicCollections) {
    // A facilitator's name is part of each workshop that they lead.
    const led = collection === 'workshops' && names('people') ? [...library.documents.workshops.keys()] : [];
    const ids = [...new Set([...idsIn(collection), ...led])];
    const read = new Map(await eachOf(await rowsOf(payload, collection, { id: { in: ids } }, ids), (row) => documentOf(reading, collection, row)));
    for (const id of ids) documents.push([{ collection, id }, read.get(id)]);
  }
  const pictures = new Map(await eachOf(await rowsOf(payload, 'media', { id: { in: idsIn('media') } }, idsIn('media')), (row) => mediaOf(reading, row)));
  const places = new Map(
    parsed(reading, 'places', await rowsOf(payload, 'places', { id: { in: idsIn('places') } }, idsIn('places')), placeFrom).map((place) => [place.id, place]),
  );
  return {
    changes: {
      asOf,
      documents,
      media: idsIn('media').map((id) => [id, pictures.get(id)]),
      places: idsIn('places').map((id) => [id, places.get(id)]),
      attached: await attachedTo(
        reading,
        documents.map(([ref]) => ref),
      ),
      ...(names('reviews') ? { reviews: parsed(reading, 'reviews', await rowsOf(payload, 'reviews'), reviewFrom) } : {}),
      ...(names('program') ? await attempted(reading, 'program', async () => ({ program: programFrom(await globalOf(payload, 'program')) })) : {}),
      ...(names('searchSettings')
        ? await attempted(reading, 'searchSettings', async () => ({ search: searchSettingsFrom(await globalOf(payload, 'searchSettings')) }))
        : {}),
    },
    problems: reading.problems,
  };
}

async function attachedTo(reading: Reading, refs: readonly DocumentRef[]): Promise<NonNullable<LibraryChanges['attached']>> {
  const ids = refs.map((ref) => ref.id);
  const reviews = parsed(reading, 'reviews', await rowsOf(reading.payload, 'reviews', { 'document.value': { in: ids } }, ids), reviewFrom);
  const addresses = parsed(reading, 'addresses', await rowsOf(reading.payload, 'addresses', { documentId: { in: ids } }, ids), addressFrom);
  const isOf =
    (ref: DocumentRef) =>
    ({ document }: { document: DocumentRef }) =>
      document.collection === ref.collection && document.id === ref.id;
  return refs.map((document) => ({ document, reviews: reviews.filter(isOf(document)), addresses: addresses.filter(isOf(document)) }));
}

function documentOf(reading: Reading, collection: PublicCollection, row: Row): Promise<AnyDocument | undefined> {
  return shown<AnyDocument>(reading, collection, row, (from, take) => documentFrom(collection, from, { take, beside: reading.beside }));
}

function mediaOf(reading: Reading, row: Row): Promise<Media | undefined> {
  return shown(reading, 'media', row, (from, take) => mediaFrom(new Fields(from), take, reading.beside));
}

/** What families see of a row: nothing while no language is published, and a stand-in while the row cannot be shown. */
async function shown<T>(reading: Reading, collection: string, row: Row, parse: Parse<T>): Promise<T | undefined> {
  if (publishedLocales(row._status).length === 0) return undefined;
  try {
    return parse(row, 'published');
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    const standIn = await standInFor(reading.payload, collection, row, parse);
    reading.problems.push({ collection, id: String(row.id), message: error.message, standIn: standIn !== undefined });
    return standIn;
  }
}

/**
 * The newest older version that can be shown, in the languages that are published now and were then. A version in which a language was a draft that
 * the row does not have as a draft is an editor's unfinished save: what its languages share may be unfinished too.
 */
async function standInFor<T>(payload: Payload, collection: string, row: Row, parse: Parse<T>): Promise<T | undefined> {
  const now = publishedLocales(row._status);
  const drafts = draftLocales(row._status);
  const { docs } = await payload.findVersions({
    collection: collection as CollectionSlug,
    where: { parent: { equals: row.id } },
    sort: '-updatedAt',
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    limit: 50,
    overrideAccess: true,
  });
  for (const { version } of docs as unknown as { version: Row }[]) {
    const take = publishedLocales(version._status).filter((locale) => now.includes(locale));
    if (take.length === 0 || draftLocales(version._status).some((locale) => !drafts.includes(locale))) continue;
    try {
      return parse({ ...version, id: row.id, code: row.code, publishedAt: row.publishedAt, updatedAt: row.updatedAt }, take);
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
    }
  }
  return undefined;
}

function draftLocales(status: unknown): string[] {
  return Object.entries(status ?? {}).flatMap(([locale, state]) => (state === 'draft' ? [locale] : []));
}

/** Rows that either can be read or are reported. */
function parsed<T>(reading: Reading, collection: string, rows: Row[], parse: (fields: Fields) => T): T[] {
  return rows.flatMap((row) => {
    try {
      return [parse(new Fields(row))];
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
      reading.problems.push({ collection, id: String(row.id), message: error.message, standIn: false });
      return [];
    }
  });
}

async function attempted<T extends object>(reading: Reading, global: string, read: () => Promise<T>): Promise<T | Record<string, never>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    reading.problems.push({ collection: global, id: '', message: error.message, standIn: true });
    return {};
  }
}

async function eachOf<T extends { id: Id }>(rows: Row[], read: (row: Row) => Promise<T | undefined>): Promise<[Id, T][]> {
  const entries: [Id, T][] = [];
  for (const row of rows) {
    const found = await read(row);
    if (found) entries.push([found.id, found]);
  }
  return entries;
}

async function filesOf(payload: Payload): Promise<Beside['files']> {
  return new Map((await rowsOf(payload, 'files')).map((row) => [String(row.id), fileFrom(new Fields(row))]));
}

async function peopleOf(payload: Payload): Promise<Beside['people']> {
  return new Map((await rowsOf(payload, 'people')).map((row) => [String(row.id), personFrom(new Fields(row))]));
}

/** The main rows, never the drafts beside them, with every language; rows in the trash are left out. With an empty list of ids there are none. */
async function rowsOf(payload: Payload, collection: string, where: Where = {}, ids?: readonly Id[]): Promise<Row[]> {
  if (ids?.length === 0) return [];
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const found = await payload.find({
      collection: collection as CollectionSlug,
      where,
      sort: 'id',
      limit: pageLength,
      page,
      depth: 0,
      locale: 'all',
      fallbackLocale: false,
      draft: false,
      trash: false,
      overrideAccess: true,
    });
    rows.push(...(found.docs as unknown as Row[]));
    if (!found.hasNextPage) return rows;
  }
}

async function globalOf(payload: Payload, global: string): Promise<Fields> {
  return new Fields(
    await payload.findGlobal({ slug: global as GlobalSlug, depth: 0, locale: 'all', fallbackLocale: false, draft: false, overrideAccess: true }),
  );
}
