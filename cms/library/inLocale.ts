import { type Locale, otherLocale } from './locales.ts';
import { paths } from './paths.ts';
import type { DocumentRef, RichText } from './richText.ts';
import type { AnyDocument, Library, Published } from './types.ts';

/** A document's text for a reader of `locale`: its own, or else the other language, which the page then marks with `lang`. */
export function inLocale<Text>(document: Published<Text>, locale: Locale): { text: Text; lang: Locale } | undefined {
  const own = document.text[locale];
  if (own) return { text: own, lang: locale };
  const lang = otherLocale(locale);
  const other = document.text[lang];
  return other && { text: other, lang };
}

export function findDocument(library: Library, ref: DocumentRef): AnyDocument | undefined {
  return library.documents[ref.collection].get(ref.id);
}

export function refOf(document: AnyDocument): DocumentRef {
  return { collection: document.collection, id: document.id };
}

export function titleOf(document: AnyDocument, lang: Locale): string {
  switch (document.collection) {
    case 'faqs':
      return document.text[lang]?.question ?? '';
    case 'terms':
      return document.text[lang]?.term ?? '';
    default:
      return document.text[lang]?.title ?? '';
  }
}

/** One or two sentences that say what a document is about, for lists and descriptions. */
export function summaryOf(document: AnyDocument, lang: Locale): string {
  switch (document.collection) {
    case 'faqs':
      return document.text[lang]?.answer ?? '';
    case 'terms':
      return document.text[lang]?.meaning ?? '';
    case 'kits':
      return document.text[lang]?.intro ?? '';
    default:
      return document.text[lang]?.summary ?? '';
  }
}

export function richTextOf(document: AnyDocument, lang: Locale): RichText {
  switch (document.collection) {
    case 'articles':
    case 'pages':
    case 'materials':
      return document.text[lang]?.body ?? [];
    case 'faqs':
      return document.text[lang]?.more ?? [];
    case 'workshops':
      return document.text[lang]?.description ?? [];
    default:
      return [];
  }
}

/** Where a reader of `locale` finds a document, with the slug of the language in which it is shown. */
export function pathOf(document: AnyDocument, locale: Locale): string | undefined {
  const found = inLocale<{ slug: string }>(document, locale);
  return found && paths.document(locale, document.collection, found.text.slug);
}
