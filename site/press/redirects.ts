import { findDocument, pathOf } from '../../cms/library/inLocale.ts';
import { locales } from '../../cms/library/locales.ts';
import type { SitePage } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import { publicCollections } from '../../cms/library/sections.ts';
import type { Library } from '../../cms/library/types.ts';

export interface Redirects {
  /** Former address → where the document stands now. Permanent. */
  moved: ReadonlyMap<string, string>;
  /** Short link → where the document stands now. Not permanent: the link outlives every slug. A page stands there too, for hosts without redirects. */
  short: ReadonlyMap<string, string>;
  /** Addresses of documents that are no longer published. */
  gone: ReadonlySet<string>;
}

/**
 * What becomes of the addresses that no page holds any more. Every target is the page on which the document stands now, so that one step is always
 * enough and a loop cannot form; where a live page stands, nothing redirects.
 */
export function redirectsOf(library: Library, pages: ReadonlyMap<string, SitePage>): Redirects {
  const moved = new Map<string, string>();
  const short = new Map<string, string>();
  const gone = new Set<string>();
  for (const { path, locale, document: ref, code } of [...library.addresses.values()].flat()) {
    const document = findDocument(library, ref);
    const now = document && pathOf(document, locale);
    if (!now && code) gone.add(paths.short(locale, code));
    if (pages.has(path)) continue;
    if (now) moved.set(path, now);
    else gone.add(path);
  }
  for (const [path, page] of pages) {
    const document = page.kind === 'short' ? findDocument(library, page.document) : undefined;
    const now = document && pathOf(document, page.locale);
    if (now) short.set(path, now);
  }
  for (const [path, now] of standInAddresses(library)) if (!pages.has(path) && !moved.has(path)) moved.set(path, now);
  for (const path of gone) if (moved.has(path) || pages.has(path)) gone.delete(path);
  return { moved, short, gone };
}

/** Before a text was translated, its page stood at the other language's slug in the reader's section; that address goes on to lead to it. */
function* standInAddresses(library: Library): Generator<[string, string]> {
  for (const collection of publicCollections) {
    for (const document of library.documents[collection].values()) {
      for (const locale of locales) {
        const now = pathOf(document, locale);
        for (const text of Object.values(document.text)) {
          const path = paths.document(locale, collection, text.slug);
          if (now && path !== now) yield [path, now];
        }
      }
    }
  }
}
