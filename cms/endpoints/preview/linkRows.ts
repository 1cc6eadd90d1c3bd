import type { Payload, PayloadRequest } from 'payload';
import type { PublicCollection } from '../../library/sections.ts';
import type { PreviewLink } from '../../payload-types.ts';
import { hashOfToken, isToken } from './token.ts';

/** The link that a token opens now: not one that ended or was taken back. */
export async function openLink(payload: Payload, token: unknown): Promise<PreviewLink | undefined> {
  if (!isToken(token)) return undefined;
  const { docs } = await payload.find({
    collection: 'previewLinks',
    where: { tokenHash: { equals: hashOfToken(token) }, revokedAt: { exists: false }, expiresAt: { greater_than: new Date().toISOString() } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs[0];
}

/**
 * The newest saved version of a document, which from now on stays as it is: an autosave writes over the newest version as long as that is an
 * autosave itself, so it is marked as one that somebody saved.
 */
export async function keepNewestVersion(req: PayloadRequest, collection: PublicCollection, id: string): Promise<string | undefined> {
  const { docs } = await req.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    user: req.user,
    overrideAccess: false,
  });
  const [newest] = docs;
  if (!newest) return undefined;
  if ((newest as { autosave?: boolean | null }).autosave) {
    await req.payload.db.updateVersion({ collection, id: newest.id, versionData: { autosave: false } as never, returning: false });
  }
  return String(newest.id);
}
