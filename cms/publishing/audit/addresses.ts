import { type Said, said } from '../../fields/said.ts';
import type { Locale } from '../../library/locales.ts';
import { publishedLocales } from '../../library/parse/index.ts';
import { paths } from '../../library/paths.ts';
import { rowsWith } from '../../library/read/rows.ts';
import type { RowRef } from '../../library/readLibrary.ts';
import { keyOf } from '../../library/rowKey.ts';
import { type PublicCollection, publicCollections } from '../../library/sections.ts';
import type { Address } from '../../library/types.ts';
import type { Tally } from './report.ts';
import { type AuditedSite, idsIn, libraryOf, nameOf, parts, type Steps, settled, underWay } from './site.ts';

/** A document has few versions and few addresses, but some have many. */
const documentsAtOnce = 20;

/** An address as a document's rows should have it. */
interface Fault {
  /** The row to change; without one, the row is to be written. */
  id?: string | number;
  is: 'lost' | 'wrong';
  address: Pick<Address, 'locale' | 'path' | 'code' | 'state'>;
}

/**
 * Compares the addresses on record with what every document is and ever was: each address at which one was ever published is live, leads on, or says that
 * it is gone. Rows that are lost are written again, since nothing else remembers a redirect.
 */
export async function* checkAddresses(site: AuditedSite, tally: Tally): Steps {
  for (const collection of publicCollections) {
    const library = libraryOf(site);
    const recorded = [...library.addresses.keys()].filter((key) => key.startsWith(`${collection}/`)).map((key) => key.slice(collection.length + 1));
    const ids = new Set([...library.documents[collection].keys(), ...recorded]);
    for await (const some of idsIn(site.payload, collection)) {
      for (const id of some) ids.add(id);
      yield 'more';
    }
    for (const some of parts(ids, documentsAtOnce)) {
      await compare(site, tally, collection, some);
      yield 'more';
    }
  }
}

async function compare(site: AuditedSite, tally: Tally, collection: PublicCollection, ids: readonly string[]): Promise<void> {
  const documents = new Map((await rowsWith(site.payload, collection, 'id', ids)).map((row) => [String(row.id), row]));
  const recorded = Map.groupBy(await rowsWith(site.payload, 'addresses', 'documentId', ids), (row) => `${row.documentCollection}/${row.documentId}`);
  const former = await formerPaths(site, collection, ids);
  const mended: RowRef[] = [];
  let expected: ReadonlySet<string> | undefined;
  for (const id of ids) {
    const ref = { collection, id };
    const document = documents.get(id);
    const rows = (recorded.get(keyOf(ref)) ?? []) as unknown as (Address & { id: string | number })[];
    tally.count('addresses', rows.length);
    if (!settled(site, document?.updatedAt)) continue;
    const held = libraryOf(site).addresses.get(keyOf(ref)) ?? [];
    const faults = faultsOf({
      now: pathsOf(collection, document),
      code: String(document?.code ?? rows[0]?.code ?? ''),
      rows,
      ever: [...held, ...(former.get(id) ?? [])],
    });
    if (faults.length === 0) continue;
    expected ??= await underWay(site);
    if (expected.has(keyOf(ref))) continue;
    for (const fault of faults) {
      await mend(site, ref, fault);
      tally.found('addresses', true, words[fault.is](fault.address.path, nameOf(libraryOf(site), ref)));
    }
    mended.push(ref);
  }
  if (mended.length > 0) await site.rounds.begin([], mended);
}

type Paths = ReadonlyMap<Locale, string>;

/** Where a row, or a version of one, says that the document is public. */
function pathsOf(collection: PublicCollection, row: { _status?: unknown; slug?: unknown } | undefined): Paths {
  const slugs = (row?.slug ?? {}) as Partial<Record<Locale, string>>;
  return new Map(
    publishedLocales(row?._status).flatMap((locale): [Locale, string][] => {
      const slug = slugs[locale];
      return slug ? [[locale, paths.document(locale, collection, slug)]] : [];
    }),
  );
}

function faultsOf(document: {
  now: Paths;
  code: string;
  rows: readonly (Address & { id: string | number })[];
  ever: readonly Pick<Address, 'locale' | 'path'>[];
}): Fault[] {
  const { now, code, rows, ever } = document;
  const stateOf = ({ locale, path }: Pick<Address, 'locale' | 'path'>) => (now.get(locale) === path ? 'live' : now.has(locale) ? 'moved' : 'gone');
  const faults = new Map<string, Fault>();
  const standing = new Set(rows.map(({ path }) => path));
  for (const row of rows) if (row.state !== stateOf(row)) faults.set(row.path, { id: row.id, is: 'wrong', address: { ...row, state: stateOf(row) } });
  for (const { locale, path } of [...[...now].map(([locale, path]) => ({ locale, path })), ...ever])
    if (!standing.has(path)) faults.set(path, { is: 'lost', address: { locale, path, code, state: stateOf({ locale, path }) } });
  return [...faults.values()];
}

/** Where each document was published at any time, as its versions remember. */
async function formerPaths({ payload }: AuditedSite, collection: PublicCollection, ids: readonly string[]) {
  const { docs } = await payload.findVersions({
    collection,
    where: { parent: { in: ids } },
    select: { parent: true, version: { slug: true, _status: true } } as never,
    locale: 'all',
    fallbackLocale: false,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  const found = new Map<string, Pick<Address, 'locale' | 'path'>[]>();
  for (const { parent, version } of docs as unknown as { parent: unknown; version: { slug?: unknown; _status?: unknown } }[]) {
    const former = [...pathsOf(collection, version)].map(([locale, path]) => ({ locale, path }));
    found.set(String(parent), [...(found.get(String(parent)) ?? []), ...former]);
  }
  return found;
}

async function mend({ payload }: AuditedSite, { collection, id: documentId }: RowRef, { id, address }: Fault): Promise<void> {
  const { locale, path, code, state } = address;
  if (id === undefined)
    await payload.create({
      collection: 'addresses',
      data: { locale, path, code, state, documentCollection: collection, documentId },
      depth: 0,
      overrideAccess: true,
    });
  else await payload.update({ collection: 'addresses', id, data: { state }, depth: 0, overrideAccess: true });
}

const words: Record<Fault['is'], (path: string, name: string) => Said> = {
  lost: (path, name) =>
    said(`The address ${path} of ${name} was not on record. It was written again.`, `La dirección ${path} de ${name} no constaba. Se registró de nuevo.`),
  wrong: (path, name) =>
    said(
      `The address ${path} of ${name} had the wrong state on record. It was corrected.`,
      `La dirección ${path} de ${name} constaba con otro estado. Se corrigió.`,
    ),
};
