import { type Said, said } from '../fields/said.ts';
import type { Locale } from '../library/locales.ts';

const between = '\n———\n';

/** Why something failed and what to do, in both languages of the admin, as the one text that a receipt keeps. */
export function reasonText({ en, es }: Said): string {
  return en === es ? en : en + between + es;
}

/** The reason in the reader's language. */
export function reasonIn(text: string, locale: Locale): string {
  const [en = '', es = en] = text.split(between);
  return said(en, es)[locale];
}
