import { isLocale, type Locale } from '../../library/locales.ts';

/** What the dashboard says about questions that families asked, in both languages of the admin. */
const words = {
  en: {
    title: 'A family asked this',
    intro: 'Write down what they asked, in their words. It becomes a draft that only staff see.',
    forClinicians: 'When a family asks you something that is not here, tell an editor. They write it down.',
    label: 'What did they ask?',
    help: (max: number) => `No names. Up to ${max} letters.`,
    language: 'In which language?',
    save: 'Keep it as a draft',
    saving: 'Keeping it…',
    saved: 'It is kept as a draft.',
    answer: 'Write the answer now',
    needsWords: 'Write what they asked first.',
    details: {
      name: 'There seems to be a name in it. “My husband” says enough.',
      email: 'There seems to be an e-mail address in it. Leave it out.',
      phone: 'There seems to be a phone number in it. Leave it out.',
    },
    near: 'Is it one of these?',
    published: (language: string) => `${language}: families can read it`,
    draft: (language: string) => `${language}: a draft`,
    queue: 'Waiting for an answer',
    none: 'No family is waiting for an answer.',
    written: (languages: string) => `In ${languages}`,
    at: (when: string, by: string | undefined) => (by ? `${when}, by ${by}` : when),
    list: (language: string) => `All of them in ${language}`,
  },
  es: {
    title: 'Lo preguntó una familia',
    intro: 'Anote lo que preguntaron, con sus palabras. Queda como borrador y solo lo ve el personal.',
    forClinicians: 'Si una familia le pregunta algo que no está aquí, avise a alguien de redacción para que lo anote.',
    label: '¿Qué preguntaron?',
    help: (max: number) => `Sin nombres. Hasta ${max} letras.`,
    language: '¿En qué idioma?',
    save: 'Guardar como borrador',
    saving: 'Guardando…',
    saved: 'Quedó guardado como borrador.',
    answer: 'Escribir la respuesta ahora',
    needsWords: 'Escriba primero lo que preguntaron.',
    details: {
      name: 'Parece que hay un nombre. Basta con decir «mi esposo».',
      email: 'Parece que hay una dirección de correo. Quítela.',
      phone: 'Parece que hay un número de teléfono. Quítelo.',
    },
    near: '¿Es una de estas?',
    published: (language: string) => `En ${language}: las familias ya la leen`,
    draft: (language: string) => `En ${language}: borrador`,
    queue: 'Esperan respuesta',
    none: 'Ninguna familia espera respuesta.',
    written: (languages: string) => `En ${languages}`,
    at: (when: string, by: string | undefined) => (by ? `${when}, la anotó ${by}` : when),
    list: (language: string) => `Todas en ${language}`,
  },
} as const;

export type AskedWords = (typeof words)[Locale];

export function askedWordsIn(language: string): AskedWords {
  return words[isLocale(language) ? language : 'en'];
}
