import { locales } from '../../library/locales.ts';
import { writtenDuration, writtenInstant } from '../dates.ts';
import { Course } from '../receipts/Course.tsx';
import { type Receipt, secondsToLive } from '../receipts/receipt.ts';
import { TryAgain } from '../receipts/TryAgain.tsx';
import { languagesIn, type Words, wordsIn } from '../words.ts';
import type { Standing } from './standing.ts';

interface Given {
  standing: Standing;
  late: boolean;
  language: string;
  onAgain: () => void;
}

/** Whether what was last published has reached families, how fast, with links to it; and what to do if not. */
export const PublicationLine = ({ standing: { publication, pages, mayPublish }, late, language, onAgain }: Given) => {
  const words = wordsIn(language);
  const said = words.publication;
  const isLive = publication?.state !== 'waiting';
  return (
    <section className="standing__part" aria-labelledby="standing-publication">
      <h3 id="standing-publication">{said.title}</h3>
      <div role="status">
        {publication ? <Progress receipt={publication} late={late} language={language} words={words} /> : <p>{nothingNew(pages, words)}</p>}
      </div>
      {publication && <p className="standing__small">{said.at(writtenInstant(language, publication.savedAt))}</p>}
      {publication?.state === 'failed' && mayPublish && <TryAgain ids={[publication.id]} language={language} onSent={onAgain} />}
      {isLive &&
        locales.map((locale) =>
          pages[locale] ? (
            <a key={locale} className="standing__link" href={pages[locale]} target="_blank" rel="noreferrer">
              {said.open(words.languages[locale])}
            </a>
          ) : null,
        )}
      {publication && publication.state !== 'waiting' && (
        <details>
          <summary>{words.receipts.details}</summary>
          <Course receipt={publication} words={words} language={language} />
        </details>
      )}
    </section>
  );
};

const Progress = ({ receipt, late, language, words }: { receipt: Receipt; late: boolean; language: string; words: Words }) => {
  const said = words.publication;
  const languages = languagesIn(words, receipt.languages);
  switch (receipt.state) {
    case 'waiting':
      return (
        <p className={late || receipt.error ? 'standing__problem' : undefined}>
          {late ? said.stillWaiting : said.waiting} {receipt.error}
        </p>
      );
    case 'pushing':
      return (
        <p className={receipt.error ? 'standing__problem' : undefined}>{receipt.error ? `${words.receipts.late} ${receipt.error}` : said.pushing(languages)}</p>
      );
    case 'failed':
      return (
        <p className="standing__problem">
          <strong>{said.failed}</strong> {receipt.error}
        </p>
      );
    case 'live': {
      const took = secondsToLive(receipt);
      return (
        <p>
          <strong>{receipt.change === 'published' ? said.published(languages) : said[receipt.change]}</strong>
          {took !== undefined && `, ${writtenDuration(language, took)}`}
        </p>
      );
    }
  }
};

function nothingNew(pages: Standing['pages'], { publication: said }: Words): string {
  return Object.keys(pages).length > 0 ? said.noneSince : said.never;
}
