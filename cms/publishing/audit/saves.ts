import type { Payload } from 'payload';
import { type Said, said } from '../../fields/said.ts';
import { rowsWith } from '../../library/read/rows.ts';
import { type PublicCollection, publicCollections } from '../../library/sections.ts';
import type { Tally } from './report.ts';
import { type AuditedSite, idsIn, libraryOf, nameOf, parts, type Steps, settled } from './site.ts';

const documentsAtOnce = 50;

/**
 * Where the database has no transactions, a crash can leave a document without the version that belongs to its last save: the admin then opens the one
 * before, and the next save takes the last one back. That version is written again.
 */
export async function* checkSaves(site: AuditedSite, tally: Tally): Steps {
  if (hasTransactions(site.payload)) return;
  for (const collection of publicCollections) {
    for await (const ids of idsIn(site.payload, collection))
      for (const some of parts(ids, documentsAtOnce)) {
        await compare(site, tally, collection, some);
        yield 'more';
      }
  }
}

/** MongoDB's adapter finds out when it connects. */
function hasTransactions({ db }: Payload): boolean {
  return (db as { transactionOptions?: unknown }).transactionOptions !== false;
}

async function compare(site: AuditedSite, tally: Tally, collection: PublicCollection, ids: readonly string[]): Promise<void> {
  const { payload } = site;
  tally.count('saves', ids.length);
  const { docs } = await payload.findVersions({
    collection,
    where: { and: [{ parent: { in: ids } }, { latest: { equals: true } }] },
    select: { parent: true, updatedAt: true, version: { updatedAt: true } } as never,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  const newest = new Map((docs as unknown as { parent: unknown; updatedAt: string }[]).map(({ parent, updatedAt }) => [String(parent), updatedAt]));
  for (const row of await rowsWith(payload, collection, 'id', ids)) {
    const { id, updatedAt } = row as { id: string; updatedAt: string };
    if (!settled(site, updatedAt) || (newest.get(String(id)) ?? '') >= updatedAt) continue;
    const raw = await payload.db.findOne<Record<string, unknown> & { id: string }>({ collection, where: { id: { equals: id } }, locale: 'all', req: {} });
    if (!raw) continue;
    const { id: _, ...versionData } = raw;
    await payload.db.createVersion({
      collectionSlug: collection,
      parent: id,
      versionData: versionData as never,
      autosave: false,
      createdAt: updatedAt,
      updatedAt,
      req: {},
    });
    tally.found('saves', true, words(nameOf(libraryOf(site), { collection, id: String(id) })));
  }
}

const words = (name: string): Said =>
  said(
    `The last save of ${name} was cut short: the admin would have opened the text before it. Its version was written again.`,
    `El último guardado de ${name} quedó a medias: el panel habría abierto el texto anterior. Se escribió de nuevo su versión.`,
  );
