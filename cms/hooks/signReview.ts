import type { CollectionBeforeChangeHook } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { contentHash } from '../library/contentHash.ts';
import { isLocale } from '../library/locales.ts';
import { documentFrom } from '../library/parse/index.ts';
import { Refusal } from './refusal.ts';

/** Puts under a review what the reviewer does not write: the hash of the published text they saw, the day, and who they are. */
export const signReview: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data;
  const { relationTo, value } = data.document as { relationTo: 'articles' | 'faqs' | 'workshops'; value: number | string };
  const locale: unknown = data.locale;
  if (!isLocale(locale)) throw new Refusal('Language (locale): choose English or Spanish.');
  // Not with `req` itself: reading in all languages would make this save one in all languages.
  const row = await req.payload.findByID({
    collection: relationTo,
    id: value,
    locale: 'all',
    depth: 0,
    draft: false,
    req: { transactionID: req.transactionID },
  });
  const hash = contentHash(documentFrom(relationTo, row as never), locale);
  if (!hash) throw new Refusal('Document: this language is not published yet. Ask an editor to publish it, then review it.');
  const seen = req.searchParams?.get('seen');
  if (seen && seen !== hash) throw new Refusal('Document: another text was published after you opened this one. Open it again, read it, then review it.', 409);
  const { zone } = (await req.payload.findGlobal({ slug: 'program', depth: 0, req })) as { zone?: string };
  return {
    ...data,
    contentHash: hash,
    on: Temporal.Now.plainDateISO(zone ?? 'America/New_York').toString(),
    reviewer: req.user?.collection === 'staff' ? req.user.id : null,
  };
};
