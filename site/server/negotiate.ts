import { isLocale, type Locale } from '../../cms/library/locales.ts';

interface Choice {
  value: string;
  quality: number;
}

/** RFC 9110 12.4.2: values with weights, the heaviest first, in the order given among equals. */
function choices(header: string | undefined): Choice[] {
  return (header ?? '')
    .split(',')
    .map((part): Choice => {
      const [value = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      const quality = weight ? Number(weight.slice(2)) : 1;
      return { value, quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ value, quality }) => value !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

/** The first of the reader's languages that the library has; none when they named no such language. */
export function languageFor(acceptLanguage: string | undefined): Locale | undefined {
  return choices(acceptLanguage)
    .map(({ value }) => value.split('-')[0])
    .find(isLocale);
}

export type Encoding = 'br' | 'gzip';

/** Brotli where the browser takes it, else gzip, else the bytes as they are. */
export function encodingFor(acceptEncoding: string | undefined): Encoding | undefined {
  const accepted = new Set(choices(acceptEncoding).map(({ value }) => value));
  return (['br', 'gzip'] as const).find((encoding) => accepted.has(encoding));
}
