import type { Payload } from 'payload';
import { type DocumentIn, mainRow, type Version, type Within } from './texts.ts';

/** The newest version as the database keeps it, in every language. */
export async function newestVersion(payload: Payload, { collection, id }: DocumentIn, within: Within): Promise<Version | undefined> {
  const { docs } = await payload.db.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    locale: 'all',
    req: within(),
  });
  return docs[0] as unknown as Version | undefined;
}

/** Lays a draft, as it was, on top of what was published now. */
export async function keepAsDraft(payload: Payload, document: DocumentIn, draft: Version, within: Within): Promise<void> {
  const below = await newestVersion(payload, document, within);
  const now = new Date(Math.max(Date.now(), Date.parse(below?.updatedAt ?? '') + 1 || 0)).toISOString();
  const statuses = draft.version._status as Record<string, string> | undefined;
  const main = await mainRow(payload, document, within);
  await payload.db.createVersion({
    collectionSlug: document.collection,
    parent: main?.id ?? document.id,
    autosave: false,
    createdAt: now,
    updatedAt: now,
    versionData: {
      ...draft.version,
      _status: { ...statuses, [document.locale]: 'draft' },
      publishedAt: main?.publishedAt,
      updatedAt: now,
    } as never,
    req: within(),
  } as Parameters<typeof payload.db.createVersion>[0]);
}
