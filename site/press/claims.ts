import { findDocument, pathOf } from '../../cms/library/inLocale.ts';
import { locales } from '../../cms/library/locales.ts';
import { documentPages, listPages, type SitePage } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import { keyOf } from '../../cms/library/rowKey.ts';
import { type PublicCollection, publicCollections } from '../../cms/library/sections.ts';
import type { Address, AnyDocument, DocumentRef, Instant, Library } from '../../cms/library/types.ts';

/** What somebody would have stand at a path. Of several claims to one path the strongest holds: see `stronger`. */
export interface Claim {
  path: string;
  strength: Strength;
  by: Claimant;
  /** Which of the claims of its claimant it is. */
  place: number;
  page?: SitePage;
  /** Where the document stands now to which this address belonged. */
  moved?: string;
  since?: Instant;
  /** Where a short link leads. */
  short?: string;
  /** Nothing stands there any more. */
  gone?: true;
}

/** The lists of the site, whose key is empty, or a document with the addresses that it had. */
interface Claimant {
  key: string;
  rank: number;
  id: string;
}

/** Where a text in the reader's own language stands, no other document shows its text in the other one; where a live page stands, nothing redirects. */
const strengths = { list: 0, own: 1, standIn: 2, moved: 3, standInAddress: 4, gone: 5 } as const;
type Strength = (typeof strengths)[keyof typeof strengths];

/** Sorts claims, the strongest first. Where several documents once stood, the last of them is meant; otherwise the first document of the library is. */
export function stronger(a: Claim, b: Claim): number {
  if (a.strength !== b.strength) return a.strength - b.strength;
  if (a.strength === strengths.moved) return byText(b.since ?? '', a.since ?? '') || byText(b.by.key, a.by.key) || b.place - a.place;
  return a.by.rank - b.by.rank || a.by.id.length - b.by.id.length || byText(a.by.id, b.by.id) || a.place - b.place;
}

export function listClaims(library: Library): Claim[] {
  const by = { key: '', rank: -1, id: '' };
  return listPages(library).map((page, place) => ({ path: page.path, strength: strengths.list, by, place, page }));
}

/** All that one document claims, and what is left of it when it is no longer there. Every target is the page on which the document stands now. */
export function documentClaims(library: Library, ref: DocumentRef): Claim[] {
  const by = { key: keyOf(ref), rank: publicCollections.indexOf(ref.collection), id: ref.id };
  const document = findDocument(library, ref);
  const found = [...(document ? standingClaims(document) : []), ...formerClaims(library.addresses.get(by.key) ?? [], document)];
  return found.map((claim, place) => ({ ...claim, by, place }));
}

type Bare = Omit<Claim, 'by' | 'place'>;

function* standingClaims(document: AnyDocument): Generator<Bare> {
  for (const page of documentPages(document)) {
    const { path, locale } = page;
    const strength = document.text[locale] ? strengths.own : strengths.standIn;
    yield { path, strength, page, ...(page.kind === 'short' ? { short: pathOf(document, locale) } : {}) };
  }
  // Before a text was translated, its page stood at the other language's slug in the reader's section; that address goes on to lead to it.
  for (const locale of locales) {
    const now = pathOf(document, locale);
    for (const { slug } of Object.values(document.text)) {
      const path = paths.document(locale, document.collection, slug);
      if (now && path !== now) yield { path, strength: strengths.standInAddress, moved: now };
    }
  }
}

function* formerClaims(addresses: readonly Address[], document: AnyDocument | undefined): Generator<Bare> {
  for (const { path, locale, code, document: ref, since } of addresses) {
    const now = document && pathOf(document, locale);
    const lead = (from: string, to: string | undefined): Bare[] =>
      !to ? [{ path: from, strength: strengths.gone, gone: true }] : to === from ? [] : [{ path: from, strength: strengths.moved, moved: to, since }];
    yield* lead(path, now);
    if (!now && code) for (const each of locales) yield* lead(paths.short(each, code), undefined);
    for (const [hung, to] of hanging(ref.collection, path, document)) yield* lead(hung, to);
  }
}

/** Pages that hung on an address: while a text was not translated, its page stood at the same slug in the other language's section; and each page of a kit has its sheet. */
function* hanging(collection: PublicCollection, path: string, document: AnyDocument | undefined): Generator<[string, string | undefined]> {
  const slug = slugIn(path);
  for (const locale of locales) {
    const now = document && pathOf(document, locale);
    const inLocale = paths.document(locale, collection, slug);
    if (inLocale !== path) yield [inLocale, now];
    if (collection === 'kits') yield [paths.kitSheet(locale, slug), now && paths.kitSheet(locale, slugIn(now))];
  }
}

function slugIn(path: string): string {
  return path.split('/').at(-2) ?? '';
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
