import type { Words } from '../words.ts';
import { RuledList } from './RuledList.tsx';
import type { Unfinished } from './unfinished.ts';

/** Drafts and changes that families do not see. */
export const UnfinishedTexts = ({ items, words }: { items: readonly Unfinished[]; words: Words }) => (
  <RuledList title={words.dashboard.drafts} none={words.dashboard.noDrafts} items={items} words={words} counted>
    {({ languages }) => languages.map(({ locale, state }) => <span key={locale}>{words.dashboard[state](words.languages[locale])}</span>)}
  </RuledList>
);
