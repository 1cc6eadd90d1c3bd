import { findDocument, pathOf } from '../../library/inLocale.ts';
import type { Locale } from '../../library/locales.ts';
import { searchableRefs } from '../../library/searchDocuments.ts';
import type { Library } from '../../library/types.ts';

/** The addresses of an index at which the library has no document any more: deleted, unpublished, or moved. */
export function withdrawnFrom(indexed: readonly string[], library: Library, locale: Locale): string[] {
  const live = new Set(
    searchableRefs(library).map((ref) => {
      const document = findDocument(library, ref);
      return document && pathOf(document, locale);
    }),
  );
  return indexed.filter((path) => !live.has(path));
}
