import { writtenDuration, writtenInstant } from '../dates.ts';
import { languagesIn, wordsIn } from '../words.ts';
import type { Standing } from './standing.ts';

/** Whether what was last published has reached families, how fast, and what to do if not. */
export const PublicationLine = ({ standing: { publication, page }, late, language }: { standing: Standing; late: boolean; language: string }) => {
  const words = wordsIn(language);
  const said = words.publication;
  return (
    <section className="standing__part" aria-labelledby="standing-publication">
      <h3 id="standing-publication">{said.title}</h3>
      <div role="status">
        {!publication && <p>{page ? said.noneSince : said.never}</p>}
        {publication?.state === 'live' && (
          <p>
            <strong>{publication.change === 'published' ? said.published(languagesIn(words, publication.languages)) : said[publication.change]}</strong>
            {publication.seconds !== undefined && `, ${writtenDuration(language, publication.seconds)}`}
          </p>
        )}
        {publication?.state === 'waiting' && <p className={late ? 'standing__problem' : undefined}>{late ? said.stillWaiting : said.waiting}</p>}
        {publication?.state === 'failed' && (
          <p className="standing__problem">
            <strong>{said.failed}</strong> {publication.error}
          </p>
        )}
      </div>
      {publication && <p className="standing__small">{said.at(writtenInstant(language, publication.savedAt))}</p>}
      {page && publication?.state !== 'waiting' && (
        <p>
          <a className="standing__link" href={page} target="_blank" rel="noreferrer">
            {said.open}
          </a>
        </p>
      )}
    </section>
  );
};
