import { findDocument, inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import { type ReviewState, reviewState, reviewsOf } from '../reviewState.ts';
import type { RichText } from '../richText.ts';
import { type Audience, type Stage, stages } from '../sections.ts';
import type { Article, Id, Instant, Library, Source } from '../types.ts';
import { byTitle, type Card, cardOf, cardsOf, groupsByTitle, type ListPage, listPage } from './card.ts';
import { programDay } from './program.ts';
import { remembered } from './remembered.ts';

export interface ArticleView {
  id: Id;
  lang: Locale;
  title: string;
  summary: string;
  body: RichText;
  picture?: Id;
  minutes: number;
  stage?: Stage;
  setback: boolean;
  audience: Audience[];
  topics: Card[];
  sources: Source[];
  related: Card[];
  /** The guide that comes next on the path: the next of this stage, or else the first of the following one. */
  next?: Card;
  review: ReviewState;
  sensitive: boolean;
  publishedAt: Instant;
  updatedAt: Instant;
}

export function articlePage(library: Library, locale: Locale, id: Id): ArticleView | undefined {
  const article = findDocument(library, { collection: 'articles', id }) as Article | undefined;
  const found = article && inLocale(article, locale);
  if (!article || !found) return undefined;
  const { slug: _, ...text } = found.text;
  return {
    id,
    lang: found.lang,
    ...text,
    minutes: cardOf(article, locale)?.minutes ?? 0,
    stage: article.stage,
    setback: article.setback,
    audience: article.audience,
    topics: cardsOf(
      library,
      locale,
      article.topics.map((topic) => ({ collection: 'topics', id: topic })),
    ),
    sources: article.sources,
    related: cardsOf(library, locale, article.related),
    next: nextOnPath(library, locale, article),
    review: reviewState(article, found.lang, reviewsOf(library, article), programDay(library)),
    sensitive: article.sensitive,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
  };
}

/** By guide, so that a page hears of a change in its stage only when its own neighbour is another one. */
function nextOnPath(library: Library, locale: Locale, article: Article): Card | undefined {
  return remembered(library, `nextOnPath ${locale}`, () => {
    const path = stages.map((stage) => inStage(library, locale, stage)).filter((cards) => cards.length > 0);
    const neighbours = new Map<Id, Card>();
    for (const [index, cards] of path.entries()) {
      for (const [place, card] of cards.entries()) {
        const next = cards[place + 1] ?? path[index + 1]?.[0];
        if (next) neighbours.set(card.ref.id, next);
      }
    }
    return neighbours;
  }).get(article.id);
}

function inStage(library: Library, locale: Locale, stage: Stage | 'setback'): readonly Card[] {
  return (
    groupsByTitle(library, locale, 'articles', 'stage', (article) => [...(article.stage ? [article.stage] : []), ...(article.setback ? ['setback'] : [])]).get(
      stage,
    ) ?? []
  );
}

export function guides(library: Library, locale: Locale, page: number): ListPage {
  return listPage(byTitle(library, locale, 'articles'), page);
}

export function guidesInStage(library: Library, locale: Locale, stage: Stage | 'setback', page: number): ListPage {
  return listPage(inStage(library, locale, stage), page);
}

export function guidesInTopic(library: Library, locale: Locale, topic: Id, page: number): ListPage {
  return listPage(groupsByTitle(library, locale, 'articles', 'topic', (article) => [...new Set(article.topics)]).get(topic) ?? [], page);
}

/** For the home page: the first guide of each station, so that somebody at any of them finds a way in. */
export function startHere(library: Library, locale: Locale): Card[] {
  return stages.flatMap((stage) => inStage(library, locale, stage).slice(0, 1));
}

/** How often each stage has a guide, so that an empty one is not offered. */
export function stageCounts(library: Library): Partial<Record<Stage | 'setback', number>> {
  const counts: Partial<Record<Stage | 'setback', number>> = {};
  for (const article of library.documents.articles.values()) {
    if (article.stage) counts[article.stage] = (counts[article.stage] ?? 0) + 1;
    if (article.setback) counts.setback = (counts.setback ?? 0) + 1;
  }
  return counts;
}
