import { setImmediate as nextTurn } from 'node:timers/promises';
import { findDocument } from '../library/inLocale.ts';
import type { Locale } from '../library/locales.ts';
import { type SearchDocument, searchableRefs, toSearchDocument } from '../library/searchDocuments.ts';
import type { AnyDocument, Library } from '../library/types.ts';

/** How long documents are made without letting anything else of this process have its turn, in ms: pages are printed in it too. */
const turn = 5;

/**
 * What `make` makes of every document that readers of a language can find, in the library's order. A large library takes seconds, in short turns. `kept`
 * holds what was made before: a document is made again only when it, a topic or the search settings changed.
 */
export async function eachDocument<Made>(library: Library, locale: Locale, make: (document: SearchDocument) => Made, kept?: Kept<Made>): Promise<Made[]> {
  const all: Made[] = [];
  let since = performance.now();
  for (const ref of searchableRefs(library)) {
    const document = findDocument(library, ref);
    const before = document && kept?.get(document)?.[locale];
    if (before && before.topics === library.documents.topics && before.search === library.search) {
      if (before.made !== undefined) all.push(before.made);
      continue;
    }
    const searchable = toSearchDocument(library, ref, locale);
    const made = searchable && make(searchable);
    if (document) kept?.set(document, { ...kept.get(document), [locale]: { topics: library.documents.topics, search: library.search, made } });
    if (made !== undefined) all.push(made);
    if (performance.now() - since < turn) continue;
    await nextTurn();
    since = performance.now();
  }
  return all;
}

/** What a search document is made of beside its document. */
type Ground = Pick<Library['documents'], 'topics'> & Pick<Library, 'search'>;

export type Kept<Made> = WeakMap<AnyDocument, Partial<Record<Locale, Ground & { made: Made | undefined }>>>;
