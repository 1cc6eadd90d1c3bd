import { writtenInstant } from '../dates.ts';
import type { Words } from '../words.ts';
import { RuledList } from './RuledList.tsx';
import type { Published } from './recentPublications.ts';

/** Changes that families do not see though staff published them: the one thing here that cannot wait. */
export const Failures = ({ items, words, language, zone }: { items: readonly Published[]; words: Words; language: string; zone: string }) => (
  <div className="desk__failed">
    <RuledList title={words.dashboard.failed} none="" items={items} words={words} counted>
      {({ error, savedAt }) => <span>{`${error} (${writtenInstant(language, savedAt, zone)})`}</span>}
    </RuledList>
  </div>
);
