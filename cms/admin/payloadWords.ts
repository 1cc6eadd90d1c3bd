import { payloadSpanish } from './payloadSpanish.ts';

/** Where Payload's own words do not fit. */
export const payloadWords = {
  en: {
    // 'in' does not stand before a language that is named in its own words.
    version: { publishIn: 'Publish ({{locale}})' },
  },
  es: payloadSpanish,
};
