import type { Locale } from '../../cms/library/locales.ts';
import type { CrisisHelp } from './CrisisFirst.tsx';
import { filled } from './filled.ts';
import type { SearchStrings } from './strings.ts';

export interface HelpProps {
  /** `call` is the address of the telephone number. */
  program: { name: string; phone: string; call: string; hours: string };
  helpNow: string;
  /** The address of the questions page. */
  questions: string;
  topics: { title: string; path: string; lang: Locale }[];
}

interface Props extends HelpProps {
  locale: Locale;
  strings: SearchStrings;
  crisis: readonly CrisisHelp[];
}

/** For somebody whose search found nothing: a person to ask, the crisis lines, the questions of others, and the topics. */
export function Help({ locale, strings, program, helpNow, questions, topics, crisis }: Props) {
  return (
    <div className="search-help">
      <p>{strings.tryOther}</p>
      {program.phone && (
        <p>
          {filled(strings.ask, { program: program.name })} <a href={program.call}>{program.phone}</a>
          {program.hours && (
            <span className="search-hours">
              {strings.hours}: {program.hours}
            </span>
          )}
        </p>
      )}
      <p>
        <a href={helpNow}>{strings.helpNow}</a>
      </p>
      <h2>{strings.lines}</h2>
      <ul>
        {crisis.map(({ kind, title, ways: [way] }) => (
          <li key={kind}>
            {way && (
              <a href={way.href}>
                {title}: {way.words}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={questions}>{strings.questions}</a>
      </p>
      {topics.length > 0 && (
        <>
          <h2>{strings.topics}</h2>
          <ul>
            {topics.map((topic) => (
              <li key={topic.path}>
                <a href={topic.path} lang={topic.lang === locale ? undefined : topic.lang}>
                  {topic.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
