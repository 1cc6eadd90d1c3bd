import type { Library } from '../types.ts';
import { calendars, dateCalendar, workshopCalendar } from './calendars.ts';
import { addressesOf, cardsOf, link, shortLink } from './card.ts';
import { closures } from './closures.ts';
import { glossary, termPage } from './glossary.ts';
import { articlePage, guides, guidesInStage, guidesInTopic, stageCounts, startHere } from './guides.ts';
import { kitPage, kits, materialNote, materialPage, materials, picture } from './handouts.ts';
import { months } from './months.ts';
import { fixedPage, footerPages, pageFor } from './pages.ts';
import { crisisLines, notice, program, today } from './program.ts';
import { faqPage, questionsByTopic, questionsInTopic } from './questions.ts';
import { sitemapLists, sitemapPart } from './sitemap.ts';
import { topicPage, topics } from './topics.ts';
import { upcomingWorkshops, workshopsOnTopics } from './workshopLists.ts';
import { workshopPage } from './workshops.ts';

/**
 * Everything that a page may ask of the library, by name. Each is pure: the same library and arguments give the same answer, which is plain data.
 * The press records which queries a page asked, so that a change prints again only the pages whose answers changed.
 */
const queries = {
  link,
  addressesOf,
  shortLink,
  cards: cardsOf,
  articlePage,
  guides,
  guidesInStage,
  guidesInTopic,
  startHere,
  stageCounts,
  topics,
  topicPage,
  faqPage,
  questionsByTopic,
  questionsInTopic,
  glossary,
  termPage,
  upcomingWorkshops,
  workshopPage,
  workshopsOnTopics,
  workshopCalendar,
  dateCalendar,
  calendars,
  months,
  materials,
  materialNote,
  materialPage,
  kits,
  kitPage,
  picture,
  fixedPage,
  footerPages,
  pageFor,
  program,
  crisisLines,
  notice,
  closures,
  today,
  sitemapLists,
  sitemapPart,
} as const;

type Queries = typeof queries;
export type QueryName = keyof Queries;
type Arguments<Q> = Q extends (library: Library, ...args: infer A) => unknown ? A : never;
type QueryArguments<N extends QueryName> = Arguments<Queries[N]>;
type QueryAnswer<N extends QueryName> = ReturnType<Queries[N]>;

/** How a page reads the library: `ask('articlePage', 'en', '12')`. */
export interface LibraryReader {
  ask<N extends QueryName>(name: N, ...args: QueryArguments<N>): QueryAnswer<N>;
}

/** A reader of one library that tells `asked` of every query with its answer. */
export function readerOf(library: Library, asked?: (name: QueryName, args: readonly unknown[], answer: unknown) => void): LibraryReader {
  return {
    ask(name, ...args) {
      const query = queries[name] as (library: Library, ...args: readonly unknown[]) => unknown;
      const answer = query(library, ...args);
      asked?.(name, args, answer);
      return answer as never;
    },
  };
}
