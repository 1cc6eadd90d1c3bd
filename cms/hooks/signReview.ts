import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { Temporal } from 'temporal-polyfill';
import type { ReviewedCollection } from '../collections/reviewed.ts';
import { said } from '../fields/said.ts';
import { contentHash } from '../library/contentHash.ts';
import { isLocale, type Locale } from '../library/locales.ts';
import { documentFrom, ParseProblem } from '../library/parse/index.ts';
import { Refusal } from './refusal.ts';

const notPublished = said(
  'Document: this language is not published yet. Ask an editor to publish it, then review it.',
  'Documento: este idioma todavía no está publicado. Pida que lo publiquen y después revíselo.',
);
const anotherText = said(
  'Document: another text was published after you opened this one. Open it again, read it, then review it.',
  'Documento: se publicó otro texto después de que usted abrió este. Ábralo de nuevo, léalo y después revíselo.',
);

/** Puts under a review what the reviewer does not write: the hash of the published text they saw, the day, and who they are. */
export const signReview: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data;
  const { relationTo, value } = data.document as { relationTo: ReviewedCollection; value: number | string };
  const locale: unknown = data.locale;
  if (!isLocale(locale)) throw new Refusal(req, said('Language (locale): choose English or Spanish.', 'Idioma (locale): elija inglés o español.'));
  // Not with `req` itself: reading in all languages would make this save one in all languages.
  const row = await req.payload.findByID({
    collection: relationTo,
    id: value,
    locale: 'all',
    depth: 0,
    draft: false,
    req: { transactionID: req.transactionID },
  });
  const hash = hashOf(req, relationTo, row, locale);
  if (!hash) throw new Refusal(req, notPublished);
  const seen = req.searchParams?.get('seen');
  if (seen && seen !== hash) throw new Refusal(req, anotherText, 409);
  const { zone } = (await req.payload.findGlobal({ slug: 'program', depth: 0, req })) as { zone?: string };
  return {
    ...data,
    contentHash: hash,
    on: Temporal.Now.plainDateISO(zone ?? 'America/New_York').toString(),
    reviewer: req.user?.collection === 'staff' ? req.user.id : null,
  };
};

/** The hash of what families read; a text that they cannot be shown cannot be reviewed either. */
function hashOf(req: PayloadRequest, collection: ReviewedCollection, row: unknown, locale: Locale): string | undefined {
  try {
    return contentHash(documentFrom(collection, row), locale);
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    throw new Refusal(req, said(`Document: ${error.in('en')}`, `Documento: ${error.in('es')}`));
  }
}
