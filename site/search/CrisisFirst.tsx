import type { CrisisKind } from '../../cms/library/types.ts';
import type { SearchStrings } from './strings.ts';

/** Whom to call or text for one danger. */
export interface CrisisHelp {
  kind: CrisisKind;
  title: string;
  ways: { words: string; href: string }[];
}

interface Props {
  kind: CrisisKind | undefined;
  help: readonly CrisisHelp[];
  helpNow: string;
  strings: SearchStrings;
}

/** Stands before every result as soon as the words speak of danger. The place is there from the start, so that a screen reader says what comes into it. */
export function CrisisFirst({ kind, help, helpNow, strings }: Props) {
  const found = help.find((one) => one.kind === kind);
  return (
    <div role="alert">
      {found && (
        <section className="search-crisis" aria-labelledby="search-crisis">
          <h2 id="search-crisis">{found.title}</h2>
          <ul>
            {found.ways.map(({ words, href }) => (
              <li key={words}>
                <a className="button" href={href}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={helpNow}>{strings.helpNow}</a>
          </p>
        </section>
      )}
    </div>
  );
}
