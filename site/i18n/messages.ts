import type { Locale } from '../../cms/library/locales.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';

export type { Messages } from './en.ts';

export const messages: Record<Locale, Messages> = { en, es };

/** The `lang` of words inside a page of `locale`; none where they are in the page's own language. */
export function langIn(locale: Locale, lang: Locale): Locale | undefined {
  return lang === locale ? undefined : lang;
}
