import { refOf } from '../../cms/library/inLocale.ts';
import { keyOf } from '../../cms/library/rowKey.ts';
import type { AnyDocument, DocumentRef, Library } from '../../cms/library/types.ts';
import { updateLibrary } from '../../cms/library/updateLibrary.ts';
import { pagesOf } from './press.ts';
import type { Printer, Turn } from './printer.ts';

/** Finds the newest older version of a document that `accept` takes. */
export type FindStandIn = (document: AnyDocument, accept: (older: AnyDocument) => Promise<boolean>) => Promise<AnyDocument | undefined>;

/** A document that no template could print as it is. */
export interface Unprintable {
  ref: DocumentRef;
  document: AnyDocument;
  message: string;
  standIn: boolean;
}

/**
 * A document whose page could not be printed gives way, in the whole library, to its newest version that can be, or to nothing: so a press from nothing
 * ends in the same site as one that went on from yesterday's.
 */
export async function withStandIns(
  library: Library,
  errors: Turn['errors'],
  printer: Printer,
  find: FindStandIn,
): Promise<{ library: Library; replaced: Unprintable[] }> {
  const replaced = new Map<string, Unprintable>();
  const changes: [DocumentRef, AnyDocument | undefined][] = [];
  for (const { path, message } of errors) {
    const page = pagesOf(library).get(path);
    if (!page || !('document' in page) || replaced.has(keyOf(page.document))) continue;
    const document = library.documents[page.document.collection].get(page.document.id) as AnyDocument | undefined;
    if (!document) continue;
    const standIn = await find(document, (older) => printer.canPrint(older));
    replaced.set(keyOf(page.document), { ref: refOf(document), document, message, standIn: standIn !== undefined });
    changes.push([page.document, standIn]);
  }
  return { library: changes.length ? updateLibrary(library, { asOf: library.asOf, documents: changes }) : library, replaced: [...replaced.values()] };
}
