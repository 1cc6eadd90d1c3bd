import type { Locale } from '../../cms/library/locales.ts';

const formats: Partial<Record<Locale, Intl.ListFormat>> = {};

/** English and Spanish · inglés y español. Making a format costs far more than using it, so there is one a language. */
export function inWords(words: readonly string[], locale: Locale): string {
  formats[locale] ??= new Intl.ListFormat(locale);
  return formats[locale].format(words);
}
