import { isLocale, type Locale } from '../../library/locales.ts';

/** What the form of the search words says beside its fields, in both languages of the admin. */
const words = {
  en: {
    in: { en: 'English', es: 'Spanish', both: 'Both languages' },
    newGroup: 'New group',
    newAnswer: 'New answer',
    first: (typed: string) => `“${typed}”`,
    seen: { en: 'What a family sees first on the English pages', es: 'What a family sees first on the Spanish pages' },
    otherLanguage: { en: 'It is published in Spanish only, and marked so.', es: 'It is published in English only, and marked so.' },
    notPublished: 'Families cannot see this document, so it comes first for nobody. Publish it, or choose another one.',
    gone: 'This document is not there any more. Choose another one.',
    unreachable: 'The document could not be read. Check your connection.',
  },
  es: {
    in: { en: 'En inglés', es: 'En español', both: 'En los dos idiomas' },
    newGroup: 'Grupo nuevo',
    newAnswer: 'Respuesta nueva',
    first: (typed: string) => `«${typed}»`,
    seen: { en: 'Lo primero que ve una familia en las páginas en inglés', es: 'Lo primero que ve una familia en las páginas en español' },
    otherLanguage: { en: 'Está publicado solo en español, y así se marca.', es: 'Está publicado solo en inglés, y así se marca.' },
    notPublished: 'Las familias no pueden ver este documento, así que no sale primero para nadie. Publíquelo o elija otro.',
    gone: 'Este documento ya no existe. Elija otro.',
    unreachable: 'No se pudo leer el documento. Revise su conexión.',
  },
} as const;

export type SearchWordWords = (typeof words)[Locale];

export function searchWordWordsIn(language: string): SearchWordWords {
  return words[isLocale(language) ? language : 'en'];
}
