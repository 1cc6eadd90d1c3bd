import { type Locale, locales } from '../../library/locales.ts';
import { publishedLocales } from '../../library/parse/index.ts';
import { ask, byLocale, type Desk, type Item, itemOf } from '../dashboard/desk.ts';
import { staffNames } from '../dashboard/staffNames.ts';

export interface Asked extends Item {
  /** In which languages its words were written down. */
  languages: Locale[];
  /** When it was written down, and by whom; nobody where that account is gone. */
  at: string;
  by: string | undefined;
}

/** What families asked and no page answers yet: drafts that no language of the site shows, the one that waits longest first. */
export async function askedQueue(desk: Desk, untitled: string): Promise<Asked[]> {
  const isDraft = { or: locales.map((locale) => ({ [`_status.${locale}`]: { equals: 'draft' } })) };
  const drafts = await ask(desk, 'faqs', {
    where: { and: [{ askedByFamily: { equals: true } }, isDraft] },
    draft: true,
    sort: 'createdAt',
    fields: ['question', 'createdAt', 'notedBy'],
  });
  if (drafts.length === 0) return [];
  const rows = await ask(desk, 'faqs', { where: { id: { in: drafts.map(({ id }) => id) } }, fields: ['_status'] });
  const answered = new Set(rows.filter(({ _status }) => publishedLocales(_status).length > 0).map(({ id }) => id));
  const waiting = drafts.filter(({ id }) => !answered.has(id));
  const names = await staffNames(
    desk.payload,
    waiting.map(({ notedBy }) => notedBy),
  );
  return waiting.map((row) => {
    const questions = byLocale(row.question);
    const languages = locales.filter((locale) => questions[locale]);
    const shown = languages.includes(desk.language) ? desk.language : languages[0];
    return { ...itemOf(desk, 'faqs', row, untitled, shown), kind: '', languages, at: String(row.createdAt), by: names.get(String(row.notedBy)) };
  });
}

/** The same as a list of the admin, of one language: it has their filters and their search. */
export function askedList(locale: Locale): string {
  const where = [
    ['askedByFamily', 'equals', 'true'],
    ['_status', 'equals', 'draft'],
    ['question', 'exists', 'true'],
  ].map(([field, operator, value], index) => `where[or][0][and][${index}][${field}][${operator}]=${value}`);
  return `/admin/collections/faqs?${[...where, 'sort=createdAt', `locale=${locale}`].join('&')}`;
}
