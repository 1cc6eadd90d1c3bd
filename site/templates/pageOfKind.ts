import type { PageKind, SitePage } from '../../cms/library/pages.ts';
import type { PublicCollection } from '../../cms/library/sections.ts';
import type { Id } from '../../cms/library/types.ts';

/** The page as its template knows it. Throws where a page came to the template of another kind. */
export function pageOfKind<K extends PageKind>(page: SitePage, kind: K): Extract<SitePage, { kind: K }> {
  if (page.kind !== kind) throw new Error(`The page ${page.path} is a ${page.kind}, but it came to the template of a ${kind}.`);
  return page as Extract<SitePage, { kind: K }>;
}

/** The id of the document that a template of `collection` shows. */
export function documentOf(page: SitePage, collection: PublicCollection): Id {
  const { document } = pageOfKind(page, 'document');
  if (document.collection !== collection) throw new Error(`The page ${page.path} shows ${document.collection}, but it came to the template of ${collection}.`);
  return document.id;
}

/** What stands behind a page; its being there is what made the page, so that its absence is a mistake of ours. */
export function found<T>(answer: T | undefined, page: SitePage): T {
  if (answer === undefined) throw new Error(`Nothing in the library stands behind ${page.path}.`);
  return answer;
}
