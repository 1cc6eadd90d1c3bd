import type { Locale } from '../../library/locales.ts';
import type { SearchDocument } from '../../library/searchDocuments.ts';
import type { Nameable } from '../../library/searchNames.ts';
import type { Library } from '../../library/types.ts';
import { eachDocument, type Kept } from '../documents.ts';

export interface PagefindPage extends Nameable {
  /** The whole document as a line of JSON, for the child process that builds the index. */
  line: Buffer;
}

/** Pages are kept as long as their document: after an edit one is made, not ten thousand. */
const kept: Kept<PagefindPage> = new WeakMap();

export function pagesOf(library: Library, locale: Locale): Promise<PagefindPage[]> {
  return eachDocument(library, locale, pageOf, kept);
}

function pageOf(document: SearchDocument): PagefindPage {
  const { ref, path, kind, lang, title } = document;
  return { ref, path, kind, lang, title, line: Buffer.from(`${JSON.stringify(document)}\n`) };
}
