/** The languages of the library. Equal in standing; either may be the only one a document has. */
export const locales = ['en', 'es'] as const;

export type Locale = (typeof locales)[number];

/** The language of the admin's first screen and of fall-backs that have no better choice. */
export const defaultLocale: Locale = 'en';

/** BCP 47 tags used for dates and numbers: American English, Latin American Spanish. */
export const languageTag: Record<Locale, string> = { en: 'en-US', es: 'es-US' };

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'es' : 'en';
}
