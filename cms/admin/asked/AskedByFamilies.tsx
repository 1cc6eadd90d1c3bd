import { Link } from '@payloadcms/ui/elements/Link';
import { type Locale, locales } from '../../library/locales.ts';
import { RuledList } from '../dashboard/RuledList.tsx';
import { writtenInstant } from '../dates.ts';
import { languagesIn, wordsIn } from '../words.ts';
import { AskForm } from './AskForm.tsx';
import './Asked.css';
import { type Asked, askedList } from './askedQueue.ts';
import { askedWordsIn } from './words.ts';

interface Given {
  items: readonly Asked[];
  language: Locale;
  zone: string;
  /** Whether whoever signed in may write questions. */
  mayWrite: boolean;
}

/** What families asked: where it is written down, and the queue of what no page answers yet. */
export const AskedByFamilies = ({ items, language, zone, mayWrite }: Given) => {
  const said = askedWordsIn(language);
  const words = wordsIn(language);
  return (
    <section className="desk__section asked">
      <h2>{said.title}</h2>
      <p className="desk__none">{mayWrite ? said.intro : said.forClinicians}</p>
      {mayWrite && <AskForm language={language} />}
      <RuledList title={said.queue} none={said.none} items={items} words={words} first={5} level={3} counted>
        {({ languages, at, by }) => (
          <>
            <span>{said.written(languagesIn(words, languages))}</span>
            <span>{said.at(writtenInstant(language, at, zone), by)}</span>
          </>
        )}
      </RuledList>
      {items.length > 0 && (
        <p className="asked__lists">
          {locales.map((locale) => (
            <Link key={locale} className="desk__more" href={askedList(locale)} prefetch={false}>
              {said.list(words.languages[locale])}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
};
