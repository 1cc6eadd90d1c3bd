import { type Locale, languageTag } from '../../cms/library/locales.ts';

/** 120 KB · 1.4 MB, in thousands as file managers show it. */
export function fileSize(bytes: number, locale: Locale): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(languageTag[locale], { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** The address of a telephone number as written: `tel:+18007997233`; short numbers such as 911 stay as they are. */
export function telephone(number: string): string {
  return `tel:${dialled(number)}`;
}

export function textMessage(number: string): string {
  return `sms:${dialled(number)}`;
}

function dialled(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length === 11 && digits.startsWith('1')) return `+${digits}`;
  return digits.length === 10 ? `+1${digits}` : digits;
}
