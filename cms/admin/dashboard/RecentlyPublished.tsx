import { writtenInstant } from '../dates.ts';
import { languagesIn, type Words } from '../words.ts';
import { RuledList } from './RuledList.tsx';
import type { Published } from './recentPublications.ts';

/** What reached families last, or is on its way. */
export const RecentlyPublished = ({ items, words, language, zone }: { items: readonly Published[]; words: Words; language: string; zone: string }) => (
  <RuledList
    title={words.dashboard.recent}
    none={words.dashboard.noRecent}
    items={items}
    words={words}
    first={items.length}
    more={{ href: '/admin/collections/publications', text: words.dashboard.allPublications }}
  >
    {(item) => (
      <>
        <span>{said(item, words)}</span>
        <span>{writtenInstant(language, item.savedAt, zone)}</span>
      </>
    )}
  </RuledList>
);

function said({ state, change, languages }: Published, words: Words): string {
  if (state === 'waiting' || state === 'pushing') return words.publication.waiting;
  return change === 'published' ? words.publication.published(languagesIn(words, languages)) : words.publication[change];
}
