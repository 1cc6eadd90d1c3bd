import { findDocument, pathOf } from '../../cms/library/inLocale.ts';
import { locales } from '../../cms/library/locales.ts';
import { documentPages, type SitePage } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import { type PublicCollection, publicCollections } from '../../cms/library/sections.ts';
import type { Address, AnyDocument, Id, Instant, Library } from '../../cms/library/types.ts';

type Leads = ReadonlyMap<string, string>;

export interface Redirects {
  /** Former address → where the document stands now. Permanent. */
  moved: Leads;
  /**
   * Short link → where the document stands now, a Map for each collection, which is the same object for as long as the collection is. Not permanent: the
   * link outlives every slug. A page stands there too, for hosts without redirects.
   */
  short: readonly Leads[];
  /** Addresses of documents that are no longer published. */
  gone: ReadonlySet<string>;
}

/**
 * What becomes of the addresses that no page holds any more. Every target is the page on which the document stands now, so that one step is always
 * enough and a loop cannot form; where a live page stands, nothing redirects. Where several documents once stood, the last of them is meant.
 */
export function redirectsOf(library: Library, pages: ReadonlyMap<string, SitePage>): Redirects {
  const moved = new Map<string, string>();
  const gone = new Set<string>();
  const last = new Map<string, Instant>();
  for (const addresses of library.addresses.values()) {
    const former = formerOf(addresses, library);
    for (const path of former.gone) if (!pages.has(path)) gone.add(path);
    for (const { path, now, since } of former.moved) {
      if (pages.has(path) || (last.get(path) ?? '') > since) continue;
      moved.set(path, now);
      last.set(path, since);
    }
  }
  for (const collection of publicCollections)
    for (const document of library.documents[collection].values())
      for (const [path, now] of standInAddresses(document)) if (!pages.has(path) && !moved.has(path)) moved.set(path, now);
  for (const path of gone) if (moved.has(path)) gone.delete(path);
  return { moved, short: publicCollections.map((collection) => shortLinks(library.documents[collection])), gone };
}

interface Lead {
  path: string;
  now: string;
  since: Instant;
}

interface Former {
  document: AnyDocument | undefined;
  moved: Lead[];
  gone: string[];
}

const formerOfAddresses = new WeakMap<readonly Address[], Former>();

/** What the addresses of one document lead to. Found once for each list of addresses and document: neither changes. */
function formerOf(addresses: readonly Address[], library: Library): Former {
  const [first] = addresses;
  const document = first && findDocument(library, first.document);
  const known = formerOfAddresses.get(addresses);
  if (known && known.document === document) return known;
  const former: Former = { document, moved: [], gone: [] };
  for (const { path, locale, code, document: ref, since } of addresses) {
    const now = document && pathOf(document, locale);
    if (!now) former.gone.push(path);
    else if (now !== path) former.moved.push({ path, now, since });
    if (!now && code) former.gone.push(...locales.map((each) => paths.short(each, code)));
    for (const [hung, lead] of hanging(ref.collection, path, document)) {
      if (!lead) former.gone.push(hung);
      else if (lead !== hung) former.moved.push({ path: hung, now: lead, since });
    }
  }
  formerOfAddresses.set(addresses, former);
  return former;
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

const none: [string, string][] = [];
const standIns = new WeakMap<AnyDocument, [string, string][]>();

/** Before a text was translated, its page stood at the other language's slug in the reader's section; that address goes on to lead to it. */
function standInAddresses(document: AnyDocument): [string, string][] {
  const known = standIns.get(document);
  if (known) return known;
  const found = locales.flatMap((locale) => {
    const now = pathOf(document, locale);
    return Object.values(document.text).flatMap(({ slug }): [string, string][] => {
      const path = paths.document(locale, document.collection, slug);
      return now && path !== now ? [[path, now]] : none;
    });
  });
  standIns.set(document, found);
  return found;
}

const shortOfCollections = new WeakMap<ReadonlyMap<Id, AnyDocument>, Leads>();

function shortLinks(documents: ReadonlyMap<Id, AnyDocument>): Leads {
  const known = shortOfCollections.get(documents);
  if (known) return known;
  const links = new Map<string, string>();
  for (const document of documents.values()) {
    for (const { kind, path, locale } of documentPages(document)) {
      const now = kind === 'short' ? pathOf(document, locale) : undefined;
      if (now) links.set(path, now);
    }
  }
  shortOfCollections.set(documents, links);
  return links;
}
