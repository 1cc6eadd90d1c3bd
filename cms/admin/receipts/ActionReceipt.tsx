import { Link } from '@payloadcms/ui/elements/Link';
import type { Desk } from '../dashboard/desk.ts';
import { writtenDuration, writtenInstant } from '../dates.ts';
import { languagesIn, type Words } from '../words.ts';
import { Course } from './Course.tsx';
import type { Action } from './readReceipts.ts';
import { secondsToLive } from './receipt.ts';
import { TryAgain } from './TryAgain.tsx';

interface Given {
  action: Action;
  desk: Desk;
  words: Words;
  mayPublish: boolean;
}

/** One receipt: what somebody did at one moment, to one document or several, and how it went. */
export const ActionReceipt = ({ action: { parts, state, savedAt, by }, desk: { language, zone }, words, mayPublish }: Given) => {
  const said = words.receipts;
  const [first] = parts;
  const failed = parts.filter((part) => part.state === 'failed');
  const last = parts.map(secondsToLive).reduce((most, each) => (most === undefined || each === undefined ? undefined : Math.max(most, each)));
  const errors = [...new Set(parts.flatMap(({ error }) => error ?? []))];
  const names = parts.map(({ id, document }) => (
    <Link key={id} href={document.href} prefetch={false}>
      {document.title}
    </Link>
  ));
  const where = first && first.change !== 'settings' && first.languages.length > 0 ? ` ${said.inLanguages(languagesIn(words, first.languages))}` : '';
  return (
    <li className={`receipt receipt--${state}`}>
      <div className="receipt__head">
        {parts.length === 1 ? (
          <span className="receipt__names">{names}</span>
        ) : (
          <details className="receipt__names">
            <summary>{said.documents(parts.length)}</summary>
            {names}
          </details>
        )}
        <span className="receipt__state">
          {said.state[state]}
          {state === 'live' && last !== undefined && <span className="receipt__took">{writtenDuration(language, last)}</span>}
        </span>
      </div>
      <p className="receipt__about">
        {[
          parts.length === 1 && first?.document.kind,
          first && `${said.change[first.change]}${where}`,
          first?.planned && said.planned,
          by ? said.by(by) : said.bySystem,
          writtenInstant(language, savedAt, zone),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {errors.map((error) => (
        <p key={error} className="receipt__problem">
          {state === 'pushing' && `${said.late} `}
          {error}
        </p>
      ))}
      {mayPublish && failed.length > 0 && <TryAgain ids={failed.map(({ id }) => id)} language={language} />}
      <details className="receipt__course">
        <summary>{said.details}</summary>
        {parts.map((part) => (
          <Course key={part.id} receipt={part} words={words} language={language} zone={zone} title={parts.length > 1 ? part.document.title : undefined} />
        ))}
      </details>
    </li>
  );
};
