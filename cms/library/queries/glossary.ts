import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import type { Id, Library } from '../types.ts';
import { byTitle, type ListPage, listPage } from './card.ts';

export interface TermView {
  id: Id;
  lang: Locale;
  term: string;
  alsoCalled: string[];
  meaning: string;
}

export function termPage(library: Library, locale: Locale, id: Id): TermView | undefined {
  const term = library.documents.terms.get(id);
  const found = term && inLocale(term, locale);
  if (!found) return undefined;
  const { slug: _, ...text } = found.text;
  return { id, lang: found.lang, ...text };
}

/** The glossary from A to Z in the reader's alphabet. */
export function glossary(library: Library, locale: Locale, page: number): ListPage {
  return listPage(byTitle(library, locale, 'terms'), page);
}
