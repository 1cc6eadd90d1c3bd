import { defaultLocale, isLocale, type Locale } from '../../library/locales.ts';

/** What the parts of a workshop's form say, in both languages of the admin. */
const words = {
  en: {
    topic: { inTurn: 'The one whose turn it is', nth: (number: number) => `Topic ${number}`, gone: 'A topic that is no longer in the list' },
  },
  es: {
    topic: { inTurn: 'El que toca', nth: (number: number) => `Tema ${number}`, gone: 'Un tema que ya no está en la lista' },
  },
} satisfies Record<Locale, unknown>;

export const wordsFor = (language: string) => words[isLocale(language) ? language : defaultLocale];
