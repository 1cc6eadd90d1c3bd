import { Link } from '@payloadcms/ui/elements/Link';
import type { Words } from '../words.ts';
import type { AskedBefore } from './nearest.ts';
import type { AskedWords } from './words.ts';

/** Questions like the one being typed, so that none is written down twice. */
export const AlreadyAsked = ({ near, said, words }: { near: readonly AskedBefore[]; said: AskedWords; words: Words }) => (
  <div role="status">
    {near.length > 0 && (
      <>
        <p className="asked__near">{said.near}</p>
        <ul className="desk__list">
          {near.map(({ id, question, locale, isPublished }) => (
            <li key={id}>
              <Link href={`/admin/collections/faqs/${id}?locale=${locale}`} prefetch={false} lang={locale}>
                {question}
              </Link>
              <div className="desk__about">{(isPublished ? said.published : said.draft)(words.languages[locale])}</div>
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
);
