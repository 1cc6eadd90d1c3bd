import type { Locale } from '../../cms/library/locales.ts';
import { searchStrings } from './strings.ts';

export interface HelpProps {
  program: { name: string; phone: string };
  helpNow: string;
  topics: { title: string; path: string; lang: Locale }[];
}

/** For somebody whose search found nothing: a person to ask, help now, and the topics. */
export function Help({ locale, program, helpNow, topics }: HelpProps & { locale: Locale }) {
  const strings = searchStrings[locale];
  return (
    <div className="search-help">
      <p>{strings.tryOther}</p>
      {program.phone && (
        <p>
          {strings.ask(program.name)} <a href={`tel:${program.phone.replace(/[^\d+]/g, '')}`}>{program.phone}</a>
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
