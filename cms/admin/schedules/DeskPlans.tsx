import { RuledList } from '../dashboard/RuledList.tsx';
import { wordsIn } from '../words.ts';
import type { PlanItem } from './plansOnDesk.ts';
import { writtenMoment } from './times.ts';
import { planWordsIn } from './words.ts';

interface Given {
  items: readonly PlanItem[];
  language: string;
}

/** What goes out or is taken off the site by itself, the next first. */
export const PlansAhead = ({ items, language }: Given) => {
  const words = wordsIn(language);
  const said = planWordsIn(language);
  return (
    <RuledList title={said.ahead} none={said.none} items={items} words={words} first={5} keyOf={({ id }) => id}>
      {({ action, locale, at, zone }) => (
        <>
          <span>{said.waits[action](words.languages[locale])}</span>
          <time dateTime={at}>{writtenMoment(language, at, zone)}</time>
        </>
      )}
    </RuledList>
  );
};

/** What was planned and did not happen: somebody relies on it. */
export const PlansNotCarriedOut = ({ items, language }: Given) => {
  const words = wordsIn(language);
  const said = planWordsIn(language);
  return (
    <div className="desk__failed">
      <RuledList title={said.notCarriedOut} none="" items={items} words={words} counted keyOf={({ id }) => id}>
        {({ action, locale, at, zone, error }) => (
          <span>{`${said.failed[action](words.languages[locale])}, ${writtenMoment(language, at, zone)}. ${error}`}</span>
        )}
      </RuledList>
    </div>
  );
};
