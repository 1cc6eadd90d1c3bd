import type { Locale } from '../../library/locales.ts';
import { writtenDay } from '../dates.ts';
import { type Words, wordsIn } from '../words.ts';
import { ReviewForm } from './ReviewForm.tsx';
import type { ReviewStanding } from './standing.ts';

interface Given {
  review: ReviewStanding;
  page: string | undefined;
  document: { collection: string; id: number | string; locale: Locale };
  language: string;
  onReviewed: () => void;
}

/** Whether a clinician stands behind the published text of this language; for clinicians, the place to say so. */
export const ReviewPanel = ({ review, page, document, language, onReviewed }: Given) => {
  const words = wordsIn(language);
  const said = words.review;
  const open = review.mayReview && !['not-published', 'unreadable'].includes(review.state);
  const form = <ReviewForm review={review} page={page} document={document} language={language} onReviewed={onReviewed} />;
  return (
    <section className="standing__part" aria-labelledby="standing-review">
      <h3 id="standing-review">{said.title}</h3>
      <div role="status">
        <p className={`standing__state standing__state--${review.state}`}>
          <strong>{said[review.state]}</strong>
        </p>
        <p>{explanation(words, language, document.locale, review)}</p>
      </div>
      {open &&
        (review.state === 'reviewed' ? (
          <details>
            <summary>{said.again}</summary>
            {form}
          </details>
        ) : (
          form
        ))}
    </section>
  );
};

function explanation({ review: said, languages }: Words, language: string, locale: Locale, { state, problem, newest }: ReviewStanding): string {
  const last = newest && said.reviewedBy(writtenDay(language, newest.on), newest.role);
  switch (state) {
    case 'not-published':
      return said.notPublishedHelp(languages[locale]);
    case 'unreadable':
      return problem ?? '';
    case 'not-reviewed':
      return said.notReviewedHelp(languages[locale]);
    case 'changed':
      return [said.changedHelp, last].filter(Boolean).join(' ');
    case 'overdue':
      return [last, newest && said.wasDue(writtenDay(language, newest.due))].filter(Boolean).join(' ');
    case 'reviewed':
      return [last, newest && said.until(writtenDay(language, newest.due))].filter(Boolean).join(' ');
  }
}
