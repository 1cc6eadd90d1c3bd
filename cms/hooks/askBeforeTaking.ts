import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { defaultLocale, isLocale, type Locale, locales } from '../library/locales.ts';
import { isPublicCollection } from '../library/sections.ts';
import { inLanguage, newestTexts, publishesEveryLanguage } from './everyLanguage.ts';
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
  const others = own.id !== undefined && publishesEveryLanguage(data, originalDoc) ? await newestTexts(req, own.collection, own.id) : {};
  for (const each of locales) {
    const slug = slugs[each] ?? inLanguage(others.slug, each);
    if (typeof slug === 'string' && slug) await refuseUnlessTaken(req, { ...own, locale: each, slug });
  }
  return stored;
};

/** Refuses to publish at an address of another document, unless the editor said that it should be taken. */
export async function refuseUnlessTaken(req: PayloadRequest, wanted: Wanted): Promise<void> {
  if (req.context.takesAddress) return;
  const taken = await takenFrom(req, wanted);
  if (!taken) return;
  const message = await whatHappens(req, taken);
  // The form cuts what it says beside a short field; the question below it has room.
  const mistakes = ['slug', 'takeAddress'].map((path) => ({ path, message }));
  refuse(req, mistakes, { collection: wanted.collection });
}
