import { findDocument, inLocale, pathOf, refOf, richTextOf, summaryOf, titleOf } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import { paths } from '../paths.ts';
import { minutesToRead } from '../plainText.ts';
import type { DocumentRef } from '../richText.ts';
import { type PublicCollection, type Stage, sections } from '../sections.ts';
import type { AnyDocument, Library } from '../types.ts';
import { remembered } from './remembered.ts';

/** A document as a line in a list. `lang` is the language of its words, which may not be the reader's. */
export interface Card {
  ref: DocumentRef;
  path: string;
  lang: Locale;
  title: string;
  summary: string;
  /** Minutes to read; 0 where that says nothing. */
  minutes: number;
  stage?: Stage;
}

const cards = new WeakMap<AnyDocument, Partial<Record<Locale, Card | undefined>>>();

/** Made once for each document: a document never changes, and every list that names it asks. */
export function cardOf(document: AnyDocument, locale: Locale): Card | undefined {
  const known = cards.get(document) ?? {};
  cards.set(document, known);
  if (!(locale in known)) known[locale] = newCard(document, locale);
  return known[locale];
}

function newCard(document: AnyDocument, locale: Locale): Card | undefined {
  const found = inLocale<unknown>(document, locale);
  const path = pathOf(document, locale);
  if (!found || !path) return undefined;
  return {
    ref: refOf(document),
    path,
    lang: found.lang,
    title: titleOf(document, found.lang),
    summary: summaryOf(document, found.lang),
    minutes: document.collection === 'articles' ? minutesToRead(richTextOf(document, found.lang)) : 0,
    ...(document.collection === 'articles' && document.stage ? { stage: document.stage } : {}),
  };
}

export function cardsOf(library: Library, locale: Locale, refs: readonly DocumentRef[]): Card[] {
  return refs.flatMap((ref) => {
    const document = findDocument(library, ref);
    const card = document && cardOf(document, locale);
    return card ? [card] : [];
  });
}

/** Where a link leads, or nothing while the document is not published: then the words stand without a link. */
export function link(library: Library, locale: Locale, ref: DocumentRef): { path: string; lang: Locale; title: string } | undefined {
  const document = findDocument(library, ref);
  const card = document && cardOf(document, locale);
  return card && { path: card.path, lang: card.lang, title: card.title };
}

/** The document's address in each language that has its own text: for the language switch, hreflang and canonical. */
export function addressesOf(library: Library, ref: DocumentRef): Partial<Record<Locale, string>> {
  const document = findDocument(library, ref);
  if (!document) return {};
  return Object.fromEntries(
    Object.entries(document.text).map(([lang, text]) => [lang, paths.document(lang as Locale, document.collection, (text as { slug: string }).slug)]),
  );
}

/** The permanent short link; none for collections that have no code. */
export function shortLink(library: Library, locale: Locale, ref: DocumentRef): string | undefined {
  const document = findDocument(library, ref);
  return document && sections[document.collection].coded && document.code ? paths.short(locale, document.code) : undefined;
}

type DocumentIn<C extends PublicCollection> = Library['documents'][C] extends ReadonlyMap<string, infer D> ? D : never;

/** Published documents of a collection that a reader of `locale` can see, by title in that reader's alphabet. */
export function byTitle<C extends PublicCollection>(library: Library, locale: Locale, collection: C, keep?: (document: DocumentIn<C>) => boolean): Card[] {
  const all = titled(library, locale, collection);
  return (keep ? all.filter(({ document }) => keep(document as DocumentIn<C>)) : all).map(({ card }) => card);
}

/** The lists of `byTitle` by what `groupsOf` says of each document, made once for each library under `name`: for groups that many pages ask for. */
export function groupsByTitle<C extends PublicCollection>(
  library: Library,
  locale: Locale,
  collection: C,
  name: string,
  groupsOf: (document: DocumentIn<C>) => readonly string[],
): ReadonlyMap<string, readonly Card[]> {
  return remembered(library, `groupsByTitle ${locale} ${collection} ${name}`, () => {
    const groups = new Map<string, Card[]>();
    for (const { document, card } of titled(library, locale, collection)) {
      for (const group of groupsOf(document as DocumentIn<C>)) {
        const cards = groups.get(group);
        if (cards) cards.push(card);
        else groups.set(group, [card]);
      }
    }
    return groups;
  });
}

interface Titled {
  document: AnyDocument;
  card: Card;
}

/** Documents beside their cards, made once for each library. From one library to the next, only what changed is sorted in. */
function titled(library: Library, locale: Locale, collection: PublicCollection): readonly Titled[] {
  return remembered<readonly Titled[]>(library, `byTitle ${locale} ${collection}`, (former = []) => {
    const compare = comparing(locale);
    const inOrder = ({ card: a }: Titled, { card: b }: Titled) => compare(a.title, b.title) || byText(a.path, b.path) || byText(a.ref.id, b.ref.id);
    const fresh = new Set<AnyDocument>(library.documents[collection].values());
    const list = former.filter(({ document }) => fresh.delete(document));
    const more = [...fresh].flatMap((document): Titled[] => {
      const card = cardOf(document, locale);
      return card ? [{ document, card }] : [];
    });
    if (more.length > list.length / 100) return [...list, ...more].sort(inOrder);
    for (const item of more) list.splice(placeIn(list, item, inOrder), 0, item);
    return list;
  });
}

/** Where an item belongs in a sorted list. */
function placeIn<T>(list: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle] as T, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const collators: Partial<Record<Locale, Intl.Collator>> = {};

/** Puts words in the order of their language. One a language: making the rules costs far more than using them. */
export function comparing(locale: Locale): (a: string, b: string) => number {
  collators[locale] ??= new Intl.Collator(locale);
  return collators[locale].compare;
}

/** How many lines a list shows on one page. */
export const pageSize = 50;

export interface ListPage {
  cards: Card[];
  page: number;
  pages: number;
}

export function listPage(cards: readonly Card[], page: number): ListPage {
  return { cards: cards.slice((page - 1) * pageSize, page * pageSize), page, pages: Math.max(1, Math.ceil(cards.length / pageSize)) };
}
