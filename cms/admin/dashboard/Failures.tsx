import { writtenInstant } from '../dates.ts';
import { TryAgain } from '../receipts/TryAgain.tsx';
import type { Words } from '../words.ts';
import { RuledList } from './RuledList.tsx';
import type { Published } from './recentPublications.ts';

interface Given {
  items: readonly Published[];
  words: Words;
  language: string;
  zone: string;
  mayPublish: boolean;
}

/** Changes that families do not see though staff published them: the one thing here that cannot wait. */
export const Failures = ({ items, words, language, zone, mayPublish }: Given) => (
  <div className="desk__failed">
    <RuledList title={words.dashboard.failed} none="" items={items} words={words} counted>
      {({ id, error, savedAt }) => (
        <>
          <span>{`${error} (${writtenInstant(language, savedAt, zone)})`}</span>
          {mayPublish && <TryAgain ids={[id]} language={language} />}
        </>
      )}
    </RuledList>
  </div>
);
