import type { LibraryProblem } from '../library/readLibrary.ts';
import { keyOf } from '../library/rowKey.ts';

/** What is wrong with each row that cannot be shown as it is, with what to do; rows that go well are not there. */
export function failures(problems: readonly LibraryProblem[]): ReadonlyMap<string, string> {
  return new Map(
    problems.map((problem) => {
      const instead = problem.standIn ? 'Families go on reading the last version that could be shown.' : 'Families do not see it.';
      return [keyOf(problem), `${problem.message} ${instead} Correct it and publish again; if that does not help, show this text to whoever runs the site.`];
    }),
  );
}
