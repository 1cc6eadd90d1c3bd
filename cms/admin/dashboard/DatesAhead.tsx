import { writtenOccurrence } from '../dates.ts';
import type { Words } from '../words.ts';
import type { NextDate } from './nextDates.ts';
import { RuledList } from './RuledList.tsx';

/** The next dates that families can come to, each in its own time zone. */
export const DatesAhead = ({ items, words, language }: { items: readonly NextDate[]; words: Words; language: string }) => (
  <RuledList
    title={words.dashboard.dates}
    none={words.dashboard.noDates}
    items={items.map((item) => ({ ...item, kind: '' }))}
    words={words}
    keyOf={({ href, occurrence }) => `${href} ${occurrence.start}`}
  >
    {({ occurrence }) => {
      const { day, time } = writtenOccurrence(language, occurrence);
      const written = `${day}, ${time}`;
      return occurrence.cancelled ? (
        <>
          <s>{written}</s> <strong className="desk__off">{words.dashboard.cancelled}</strong>
        </>
      ) : (
        <time className="desk__date" dateTime={occurrence.start}>
          {written}
        </time>
      );
    }}
  </RuledList>
);
