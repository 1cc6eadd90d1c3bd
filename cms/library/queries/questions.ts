import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import { type ReviewState, reviewState, reviewsOf } from '../reviewState.ts';
import type { RichText } from '../richText.ts';
import type { Faq, Id, Library, Source } from '../types.ts';
import { type Card, cardsOf, comparing, groupsByTitle, type ListPage, listPage } from './card.ts';
import { programDay } from './program.ts';
import { topics } from './topics.ts';

export interface FaqView {
  id: Id;
  lang: Locale;
  question: string;
  answer: string;
  more: RichText;
  topics: Card[];
  sources: Source[];
  review: ReviewState;
  /** Other questions on the same topics. */
  alike: Card[];
}

export function faqPage(library: Library, locale: Locale, id: Id): FaqView | undefined {
  const faq = library.documents.faqs.get(id);
  const found = faq && inLocale(faq, locale);
  if (!faq || !found) return undefined;
  const { slug: _, ...text } = found.text;
  return {
    id,
    lang: found.lang,
    ...text,
    topics: cardsOf(
      library,
      locale,
      faq.topics.map((topic) => ({ collection: 'topics', id: topic })),
    ),
    sources: faq.sources,
    review: reviewState(faq, found.lang, reviewsOf(library, faq), programDay(library)),
    alike: alike(library, locale, faq),
  };
}

const alikeShown = 6;

/** The first few other questions on the topics of a question, by title. */
function alike(library: Library, locale: Locale, faq: Faq): Card[] {
  const compare = comparing(locale);
  const candidates = new Map(faq.topics.flatMap((topic) => onTopic(library, locale, topic).slice(0, alikeShown + 1)).map((card) => [card.ref.id, card]));
  candidates.delete(faq.id);
  return [...candidates.values()].sort((a, b) => compare(a.title, b.title) || (a.path < b.path ? -1 : 1)).slice(0, alikeShown);
}

function onTopic(library: Library, locale: Locale, topic: Id): readonly Card[] {
  return groupsByTitle(library, locale, 'faqs', 'topic', (faq) => [...new Set(faq.topics)]).get(topic) ?? [];
}

export function questionsInTopic(library: Library, locale: Locale, topic: Id, page: number): ListPage {
  return listPage(onTopic(library, locale, topic), page);
}

/** The questions page: each topic that has any, with its first few and how many there are. */
export function questionsByTopic(library: Library, locale: Locale): { topic: Card; questions: Card[]; count: number }[] {
  return topics(library, locale).flatMap((topic) => {
    const all = onTopic(library, locale, topic.ref.id);
    return all.length ? [{ topic, questions: all.slice(0, 8), count: all.length }] : [];
  });
}
