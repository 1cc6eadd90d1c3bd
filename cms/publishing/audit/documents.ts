import { isDeepStrictEqual } from 'node:util';
import { type Said, said } from '../../fields/said.ts';
import { type RowRef, readChanges, readCollections, readGlobals } from '../../library/readLibrary.ts';
import { keyOf } from '../../library/rowKey.ts';
import { isPublicCollection } from '../../library/sections.ts';
import type { Library } from '../../library/types.ts';
import type { LibraryChanges } from '../../library/updateLibrary.ts';
import type { Tally } from './report.ts';
import { type AuditedSite, idsIn, libraryOf, nameOf, parts, type Steps, underWay } from './site.ts';

const rowsAtOnce = 50;

/**
 * Reads every row again and compares it with the library: what is published, its text, its reviews and addresses, and the program's own facts. Rows that
 * disagree are read anew, and their pages printed.
 */
export async function* checkContent(site: AuditedSite, tally: Tally): Steps {
  for (const collection of readCollections.filter((name) => name !== 'reviews')) {
    const ids = new Set(heldIn(libraryOf(site), collection));
    for await (const some of idsIn(site.payload, collection)) {
      for (const id of some) ids.add(id);
      yield 'more';
    }
    for (const some of parts(ids, rowsAtOnce)) {
      await compare(
        site,
        tally,
        some.map((id) => ({ collection, id })),
      );
      yield 'more';
    }
  }
  await compare(
    site,
    tally,
    readGlobals.map((collection) => ({ collection, id: '' })),
  );
  for (const { ref, message, standIn } of site.rounds.unprintable())
    tally.found('content', false, cannotBeShown(nameOf(libraryOf(site), ref), message, standIn));
}

async function compare(site: AuditedSite, tally: Tally, rows: readonly RowRef[]): Promise<void> {
  tally.count('content', rows.length);
  const { changes, problems } = await readChanges(site.payload, rows, libraryOf(site).asOf);
  const known = new Map(site.rounds.unprintable().map(({ ref, document }) => [keyOf(ref), document]));
  for (const { message, standIn, ...row } of problems) tally.found('content', false, cannotBeShown(nameOf(libraryOf(site), row), message, standIn));
  const found = differences(libraryOf(site), changes, known);
  if (found.length === 0) return;
  const expected = await underWay(site);
  const unexpected = found.filter(({ row }) => !expected.has(keyOf(row)));
  for (const { row, says } of unexpected) tally.found('content', true, says(nameOf(libraryOf(site), row)));
  if (unexpected.length > 0)
    await site.rounds.begin(
      [],
      unexpected.map(({ row }) => row),
    );
}

interface Difference {
  row: RowRef;
  says: (name: string) => Said;
}

function differences(library: Library, changes: LibraryChanges, unprintable: ReadonlyMap<string, unknown>): Difference[] {
  const found = new Map<string, Difference>();
  const note = (row: RowRef, says: Difference['says']) => void (found.has(keyOf(row)) || found.set(keyOf(row), { row, says }));
  for (const [row, published] of changes.documents ?? []) {
    const held = unprintable.get(keyOf(row)) ?? library.documents[row.collection].get(row.id);
    if (!isDeepStrictEqual(published, held)) note(row, published ? (held ? otherText : notShown) : stillShown);
  }
  for (const name of ['media', 'places', 'people'] as const)
    for (const [id, current] of changes[name] ?? []) if (!isDeepStrictEqual(current, library[name].get(id))) note({ collection: name, id }, otherText);
  for (const { document, reviews, addresses } of changes.attached ?? []) {
    const key = keyOf(document);
    if (!isDeepStrictEqual(reviews, library.reviews.get(key) ?? [])) note(document, otherReviews);
    if (!isDeepStrictEqual(addresses, library.addresses.get(key) ?? [])) note(document, otherAddresses);
  }
  for (const [collection, current, held] of [
    ['program', changes.program, library.program],
    ['searchSettings', changes.search, library.search],
  ] as const)
    if (current && !isDeepStrictEqual(current, held)) note({ collection, id: '' }, otherText);
  return [...found.values()];
}

function heldIn(library: Library, collection: string): string[] {
  if (collection === 'media' || collection === 'places' || collection === 'people') return [...library[collection].keys()];
  if (!isPublicCollection(collection)) return [];
  // Reviews and addresses outlive the document that they are of.
  const attached = [...library.addresses.keys(), ...library.reviews.keys()].filter((key) => key.startsWith(`${collection}/`));
  return [...library.documents[collection].keys(), ...attached.map((key) => key.slice(collection.length + 1))];
}

const again = said('It was read again, and its pages are printed.', 'Se leyó de nuevo y se imprimen sus páginas.');
const text = (en: string, es: string) => (name: string) => said(`${name} ${en} ${again.en}`, `${name} ${es} ${again.es}`);

const otherText = text('is not on the site as the database has it.', 'no está en el sitio como lo tiene la base de datos.');
const notShown = text('is published, but was not on the site.', 'está publicado, pero no estaba en el sitio.');
const otherReviews = text('has other reviews in the database than on the site.', 'tiene en la base de datos otras revisiones que en el sitio.');
const otherAddresses = text('has other addresses in the database than on the site.', 'tiene en la base de datos otras direcciones que en el sitio.');
const stillShown = (name: string) =>
  said(`${name} is not published, but was still on the site. It was taken away.`, `${name} no está publicado, pero seguía en el sitio. Se retiró.`);

function cannotBeShown(name: string, message: string, standIn: boolean): Said {
  return said(
    `${name} cannot be shown as it is: ${message} ${standIn ? 'Families read an older version.' : 'Families do not see it.'} Correct it and publish it again.`,
    `${name} no se puede mostrar como está: ${message} ${standIn ? 'Las familias leen una versión anterior.' : 'Las familias no lo ven.'} Corríjalo y publíquelo de nuevo.`,
  );
}
