import { type Locale, locales } from '../locales.ts';
import type { Published } from '../types.ts';
import { type Fields, isRecord } from './fields.ts';

/** Which languages of a document to take: those that are published, or the ones named, which may be drafts. */
export type Take = 'published' | readonly Locale[];

/** What every document has. `text` reads one language; it may throw `ParseProblem`. */
export function publishedFrom<Text>(fields: Fields, take: Take, text: (inLanguage: Fields) => Text): Published<Text> {
  const taken = take === 'published' ? publishedLocales(fields.value('_status')) : take;
  return {
    id: fields.id('id') ?? '',
    code: fields.text('code'),
    updatedAt: fields.instant('updatedAt') ?? '',
    publishedAt: fields.instant('publishedAt') ?? fields.instant('updatedAt') ?? '',
    text: Object.fromEntries(taken.map((locale) => [locale, text(fields.in(locale))])) as Partial<Record<Locale, Text>>,
  };
}

/** The languages in which a document is public. Payload gives one status a language, or a single one where statuses are not by language. */
export function publishedLocales(status: unknown): Locale[] {
  if (status === 'published') return [...locales];
  return isRecord(status) ? locales.filter((locale) => status[locale] === 'published') : [];
}
