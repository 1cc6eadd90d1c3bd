import type { CollectionSlug } from 'payload';
import { type Locale, locales } from '../../library/locales.ts';
import { publishedLocales } from '../../library/parse/index.ts';
import { ask, byLocale, type Desk, type Item, itemOf, type Row, titleField } from './desk.ts';

export interface Unfinished extends Item {
  updatedAt: string;
  languages: { locale: Locale; state: 'draft' | 'changed' }[];
}

/** Texts that families do not see: never published, or with changes that wait to be published. Two queries a collection, newest first. */
export async function unfinished(desk: Desk, untitled: string): Promise<Unfinished[]> {
  const drafted = Object.values(desk.payload.collections)
    .filter(({ config }) => config.versions?.drafts)
    .map(({ config }) => config.slug);
  const found = await Promise.all(drafted.map((collection) => unfinishedIn(desk, collection, untitled)));
  return found.flat().sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

async function unfinishedIn(desk: Desk, collection: CollectionSlug, untitled: string): Promise<Unfinished[]> {
  const where = { or: locales.map((locale) => ({ [`_status.${locale}`]: { equals: 'draft' } })) };
  const drafts = await ask(desk, collection, { where, draft: true, fields: [titleField(desk, collection), '_status', 'updatedAt'] });
  if (drafts.length === 0) return [];
  const published = new Map(
    (await ask(desk, collection, { where: { id: { in: drafts.map(({ id }) => id) } }, fields: ['_status'] })).map((row) => [row.id, row]),
  );
  return drafts.flatMap((draft) => {
    const languages = languagesOf(draft, published.get(draft.id), titleField(desk, collection));
    const first = languages.find(({ locale }) => locale === desk.language) ?? languages[0];
    return first ? [{ ...itemOf(desk, collection, draft, untitled, first.locale), updatedAt: String(draft.updatedAt), languages }] : [];
  });
}

/** A language without a title was not begun: it is missing, not unfinished. A document with no title at all was begun in neither. */
function languagesOf(draft: Row, published: Row | undefined, title: string): Unfinished['languages'] {
  const titles = byLocale(draft[title]);
  const done = publishedLocales(draft._status);
  const seen = publishedLocales(published?._status);
  const begun = locales.filter((locale) => titles[locale] || seen.includes(locale));
  const looked = begun.length ? begun : locales.slice(0, 1);
  return looked.filter((locale) => !done.includes(locale)).map((locale) => ({ locale, state: seen.includes(locale) ? 'changed' : 'draft' }));
}
