import { said } from '../fields/said.ts';
import type { LibraryProblem } from '../library/readLibrary.ts';
import { keyOf } from '../library/rowKey.ts';
import { reasonText } from './reasons.ts';

/** What is wrong with each row that cannot be shown as it is, with what to do; rows that go well are not there. */
export function failures(problems: readonly LibraryProblem[]): ReadonlyMap<string, string> {
  return new Map(
    problems.map((problem) => {
      const { en, es } = problem.standIn
        ? said('Families go on reading the last version that could be shown.', 'Las familias siguen leyendo la última versión que se pudo mostrar.')
        : said('Families do not see it.', 'Las familias no lo ven.');
      const text = said(
        `${problem.message} ${en} Correct it and publish again; if that does not help, show this text to whoever runs the site.`,
        `${problem.messageInSpanish ?? problem.message} ${es} Corríjalo y publique de nuevo; si no ayuda, muestre este texto a quien opera el sitio.`,
      );
      return [keyOf(problem), reasonText(text)];
    }),
  );
}
