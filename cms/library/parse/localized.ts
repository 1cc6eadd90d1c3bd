import { type Locale, locales, otherLocale } from '../locales.ts';
import type { Fields } from './fields.ts';

/** What `read` finds in each language; a language without any is left out. */
export function byLocale<T>(fields: Fields, read: (text: Fields) => T | undefined): Partial<Record<Locale, T>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const found = read(fields.in(locale));
      return found === undefined ? [] : [[locale, found]];
    }),
  );
}

/** A text in both languages. Where one is empty the other stands in for it: a crisis number with a foreign label is better than none. */
export function inBoth<Name extends string>(fields: Fields, names: readonly Name[]): Record<Locale, Record<Name, string>> {
  const read = (locale: Locale) =>
    Object.fromEntries(names.map((name) => [name, fields.in(locale).text(name) || fields.in(otherLocale(locale)).text(name)])) as Record<Name, string>;
  return { en: read('en'), es: read('es') };
}
