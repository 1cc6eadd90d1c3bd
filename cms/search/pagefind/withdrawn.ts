import { findDocument, pathOf } from '../../library/inLocale.ts';
import type { Locale } from '../../library/locales.ts';
import { searchableRefs } from '../../library/searchDocuments.ts';
import type { Library } from '../../library/types.ts';

/** The addresses of an index at which the library has no document any more: deleted, unpublished, or moved. Each once. */
export function withdrawnFrom(indexed: readonly string[], library: Library, locale: Locale): string[] {
  const live = new Set(livePaths(library, locale));
  return [...new Set(indexed)].filter((path) => !live.has(path));
}

export function livePaths(library: Library, locale: Locale): string[] {
  return searchableRefs(library).flatMap((ref) => {
    const document = findDocument(library, ref);
    return (document && pathOf(document, locale)) ?? [];
  });
}
