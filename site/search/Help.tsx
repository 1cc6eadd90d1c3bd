import type { Locale } from '../../cms/library/locales.ts';
import { filled } from './filled.ts';
import type { SearchStrings } from './strings.ts';

export interface HelpProps {
  /** `call` is the address of the telephone number. */
  program: { name: string; phone: string; call: string };
  helpNow: string;
  topics: { title: string; path: string; lang: Locale }[];
}

/** For somebody whose search found nothing: a person to ask, help now, and the topics. */
export function Help({ locale, strings, program, helpNow, topics }: HelpProps & { locale: Locale; strings: SearchStrings }) {
  return (
    <div className="search-help">
      <p>{strings.tryOther}</p>
      {program.phone && (
        <p>
          {filled(strings.ask, { program: program.name })} <a href={program.call}>{program.phone}</a>
        </p>
      )}
      <p>
        <a href={helpNow}>{strings.helpNow}</a>
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
