import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import type { RichText } from '../richText.ts';
import type { Id, Library, PagePurpose } from '../types.ts';
import { byTitle, type Card, cardOf } from './card.ts';

export interface PageView {
  id: Id;
  lang: Locale;
  title: string;
  summary: string;
  body: RichText;
  purpose: PagePurpose;
}

export function fixedPage(library: Library, locale: Locale, id: Id): PageView | undefined {
  const page = library.documents.pages.get(id);
  const found = page && inLocale(page, locale);
  if (!page || !found) return undefined;
  const { slug: _, ...text } = found.text;
  return { id, lang: found.lang, ...text, purpose: page.purpose };
}

/** The fixed pages for the foot of the site, by purpose in the table's order, then by title. */
export function footerPages(library: Library, locale: Locale): (Card & { purpose: PagePurpose })[] {
  return byTitle(library, locale, 'pages').flatMap((card) => {
    const page = library.documents.pages.get(card.ref.id);
    return page ? [{ ...card, purpose: page.purpose }] : [];
  });
}

/** The page that serves a purpose, such as 'hide that you were here'; none while it is not published. */
export function pageFor(library: Library, locale: Locale, purpose: PagePurpose): Card | undefined {
  const page = [...library.documents.pages.values()].find((candidate) => candidate.purpose === purpose);
  return page && cardOf(page, locale);
}
