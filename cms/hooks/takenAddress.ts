import type { PayloadRequest, Where } from 'payload';
import { type Said, said } from '../fields/said.ts';
import { type Locale, locales } from '../library/locales.ts';
import { paths } from '../library/paths.ts';
import type { PublicCollection } from '../library/sections.ts';

export interface Wanted {
  collection: PublicCollection;
  locale: Locale;
  slug: string;
  /** The document that would stand there; none while it is being made. */
  id?: number | string | undefined;
}

/** An address at which families are led to another document, or told that it is gone. */
export interface Taken {
  path: string;
  state: 'moved' | 'gone';
  collection: string;
  id: string;
}

/**
 * Whose former address this is, the latest where several had it; nothing where nobody else had it, or where this document comes back to the address that it
 * held when it was taken off the site: nobody can have got that one since.
 */
export async function takenFrom(req: PayloadRequest, { collection, locale, slug, id }: Wanted): Promise<Taken | undefined> {
  const path = paths.document(locale, collection, slug);
  const where: Where = { path: { equals: path }, locale: { equals: locale } };
  const { docs } = await req.payload.find({ collection: 'addresses', where, sort: '-updatedAt', pagination: false, depth: 0, req: within(req) });
  const isOwn = (row: (typeof docs)[number]) => row.documentCollection === collection && row.documentId === String(id);
  if (docs.some((row) => isOwn(row) && row.state !== 'moved')) return undefined;
  const other = docs.find((row) => !isOwn(row) && row.state !== 'live');
  return other && { path, state: other.state as Taken['state'], collection: other.documentCollection, id: other.documentId };
}

/** What happens if the address is taken, with the name of the document to which its links lead today. */
export async function whatHappens(req: PayloadRequest, taken: Taken): Promise<Said> {
  const title = await titleOf(req, taken);
  const { path } = taken;
  const whose = title ? said(`“${title}”`, `“${title}”`) : said('a document that was deleted', 'un documento que se borró');
  return taken.state === 'moved'
    ? said(
        `${path} leads to ${whose.en} today. If you take it, its old links will show this page instead.`,
        `${path} lleva hoy a ${whose.es}. Si la toma, los enlaces viejos mostrarán esta página.`,
      )
    : said(
        `${path} was the address of ${whose.en}, and says that it is gone. If you take it, its old links will show this page instead.`,
        `${path} era la dirección de ${whose.es}, y dice que ya no está. Si la toma, los enlaces viejos mostrarán esta página.`,
      );
}

async function titleOf(req: PayloadRequest, { collection, id, path }: Taken): Promise<string | undefined> {
  const field = req.payload.collections[collection as 'articles']?.config.admin.useAsTitle ?? 'id';
  const [own] = locales.filter((locale) => path.startsWith(paths.home(locale)));
  const { docs } = await req.payload.find({
    collection: collection as 'articles',
    where: { id: { equals: id } },
    locale: own ?? 'en',
    fallbackLocale: locales.find((locale) => locale !== own) ?? 'en',
    trash: true,
    depth: 0,
    limit: 1,
    pagination: false,
    req: within(req),
  });
  const title = (docs[0] as unknown as Record<string, unknown> | undefined)?.[field];
  return typeof title === 'string' && title ? title : undefined;
}

/** A call of its own in the same transaction: Payload writes the language of a call into its request. */
const within = ({ transactionID }: PayloadRequest) => ({ transactionID }) as Partial<PayloadRequest>;
