import type { PayloadRequest } from 'payload';
import type { Locale } from '../../library/locales.ts';
import { Fields, publishedLocales, searchSettingsFrom } from '../../library/parse/index.ts';
import { byLocale } from '../dashboard/desk.ts';
import { askedBefore } from './askedBefore.ts';

/** A question that the library has, as the form shows it. */
export interface AskedBefore {
  id: number | string;
  question: string;
  locale: Locale;
  isPublished: boolean;
}

/** The library's questions nearest to `words`, drafts too, as far as whoever asks may read them. */
export async function nearest(req: PayloadRequest, words: string): Promise<AskedBefore[]> {
  const questions = (await read(req, true)).map(({ id, question }) => ({ id, text: byLocale(question) }));
  const near = askedBefore(words, questions, await synonyms(req));
  if (near.length === 0) return [];
  const rows = await read(
    req,
    false,
    near.map(({ question }) => question.id),
  );
  const published = new Map(rows.map(({ id, _status }) => [id, publishedLocales(_status)]));
  return near.map(({ question: { id, text }, locale }) => ({
    id,
    question: text[locale] ?? '',
    locale,
    isPublished: published.get(id)?.includes(locale) ?? false,
  }));
}

/** The words that staff put together for the search: 'relapse' is 'used again' here too. */
async function synonyms({ payload, user }: PayloadRequest) {
  const settings = await payload.findGlobal({ slug: 'searchSettings', depth: 0, user, overrideAccess: false });
  return searchSettingsFrom(new Fields(settings)).synonyms;
}

async function read({ payload, user }: PayloadRequest, draft: boolean, ids?: (number | string)[]) {
  const { docs } = await payload.find({
    collection: 'faqs',
    ...(ids && { where: { id: { in: ids } } }),
    draft,
    select: { question: true, _status: true },
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    pagination: false,
    user,
    overrideAccess: false,
  });
  return docs as unknown as { id: number | string; question: unknown; _status: unknown }[];
}
