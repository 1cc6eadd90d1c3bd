import { sitePages } from '../library/pages.ts';
import type { LibraryProblem, RowRef } from '../library/readLibrary.ts';
import type { Library } from '../library/types.ts';

/** What went wrong with each row that a round was about, with what to do; rows that went well are not there. */
export function failures(
  library: Library,
  problems: readonly LibraryProblem[],
  errors: readonly { path: string; message: string }[],
): ReadonlyMap<string, string> {
  const failed = new Map<string, string>();
  for (const problem of problems) {
    const instead = problem.standIn ? 'Families go on reading the last version that could be shown.' : 'Families do not see it.';
    failed.set(keyOf(problem), `${problem.message} ${instead} Correct it and publish again.`);
  }
  const pages = errors.length ? sitePages(library) : new Map();
  for (const { path, message } of errors) {
    const page = pages.get(path);
    if (!page || !('document' in page) || failed.has(keyOf(page.document))) continue;
    failed.set(
      keyOf(page.document),
      `${message} The page that stood before still stands. Change the document and publish again; if that does not help, show this text to whoever runs the site.`,
    );
  }
  return failed;
}

export function keyOf({ collection, id }: RowRef): string {
  return `${collection}/${id}`;
}
