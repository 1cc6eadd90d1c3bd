import { defaultLocale, isLocale, type Locale } from '../library/locales.ts';

/** Words in both languages of the admin. */
export type Said = Record<Locale, string>;

/** A label, a help text or a message in both languages of the admin. */
export const said = (en: string, es: string): Said => ({ en, es });

/** Who asks: the language of their admin is not the language of the document. */
export interface Asker {
  i18n?: { language?: string };
}

/** The language in which whoever asks reads the admin; English where none is known. */
export function languageOf(req: Asker | undefined): Locale {
  const language = req?.i18n?.language;
  return isLocale(language) ? language : defaultLocale;
}

const shared = said('Shared by both languages.', 'Común a los dos idiomas.');

/** Help for a field that has one value for both languages, and says so: it goes live with whichever language is published. */
export const sharedHelp = (en = '', es = ''): Said => said(`${en} ${shared.en}`.trim(), `${es} ${shared.es}`.trim());
