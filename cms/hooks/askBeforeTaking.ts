import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { said } from '../fields/said.ts';
import { defaultLocale, isLocale, type Locale, locales } from '../library/locales.ts';
import { isPublicCollection } from '../library/sections.ts';
import { refuse } from './refuse.ts';
import { takenFrom, type Wanted, whatHappens } from './takenAddress.ts';

/**
 * Before a document is published at an address that leads to another one today, the save asks: it is refused until it brings `takeAddress`, which holds for
 * this save alone and is not stored.
 */
export const askBeforeTaking: CollectionBeforeChangeHook = async ({ collection, context, data, originalDoc, req }) => {
  const { takeAddress, ...stored } = data;
  context.takesAddress = takeAddress === true;
  // A version that comes back as a draft still has the status that it had. Its other language is looked at when its addresses are recorded.
  const isDraftAgain = context.isRestoringVersion && String(req.query?.draft) === 'true';
  if (!isPublicCollection(collection.slug) || isDraftAgain) return stored;
  const locale = isLocale(req.locale) ? req.locale : defaultLocale;
  const own = { collection: collection.slug, id: originalDoc?.id };
  const slugs: Partial<Record<Locale, unknown>> = data._status === 'published' ? { [locale]: data.slug } : {};
  // Payload hands the status of each language to a save that publishes all of them.
  if (own.id !== undefined && data._status === 'published' && typeof originalDoc?._status === 'object') {
    Object.assign(slugs, { ...(await newestSlugs(req, own.collection, own.id)), ...slugs });
  }
  for (const each of locales) {
    const slug = slugs[each];
    if (typeof slug === 'string' && slug) await refuseUnlessTaken(req, { ...own, locale: each, slug });
  }
  return stored;
};

/** Refuses to publish at an address of another document, unless the editor said that it should be taken. */
export async function refuseUnlessTaken(req: PayloadRequest, wanted: Wanted): Promise<void> {
  if (req.context.takesAddress) return;
  const taken = await takenFrom(req, wanted);
  if (!taken) return;
  const mistakes = [
    { path: 'slug', message: await whatHappens(req, taken) },
    { path: 'takeAddress', message: choose },
  ];
  refuse(req, mistakes, { collection: wanted.collection });
}

const choose = said('Take this address, or write another one.', 'Tome esta dirección o escriba otra.');

async function newestSlugs(req: PayloadRequest, collection: string, id: number | string): Promise<Partial<Record<Locale, unknown>>> {
  const { docs } = await req.payload.db.findVersions({
    collection: collection as 'articles',
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    locale: 'all',
    req: { transactionID: req.transactionID } as Partial<PayloadRequest>,
  });
  const slug = (docs[0]?.version as { slug?: unknown } | undefined)?.slug;
  return slug && typeof slug === 'object' ? slug : {};
}
