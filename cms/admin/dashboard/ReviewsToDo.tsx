import { languagesIn, type Words } from '../words.ts';
import { RuledList } from './RuledList.tsx';
import type { ReviewNeeded } from './reviewsNeeded.ts';

const states = ['changed', 'overdue', 'not-reviewed'] as const;

/** Published texts behind which no clinician stands now. */
export const ReviewsToDo = ({ needed, newestOnly, words }: { needed: readonly ReviewNeeded[]; newestOnly: boolean; words: Words }) => (
  <RuledList
    title={words.dashboard.reviews}
    none={words.dashboard.noReviews}
    items={needed}
    words={words}
    counted
    note={newestOnly ? words.dashboard.newestOnly : undefined}
  >
    {({ languages }) =>
      states
        .map((state) => ({ state, locales: languages.filter((language) => language.state === state).map(({ locale }) => locale) }))
        .filter(({ locales }) => locales.length > 0)
        .map(({ state, locales }) => (
          <span key={state} className={state === 'not-reviewed' ? undefined : 'desk__marked'}>{`${words.review[state]}: ${languagesIn(words, locales)}`}</span>
        ))
    }
  </RuledList>
);
