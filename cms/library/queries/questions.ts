import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import { type ReviewState, reviewState } from '../reviewState.ts';
import type { RichText } from '../richText.ts';
import type { Id, Library, Source } from '../types.ts';
import { byTitle, type Card, cardsOf, type ListPage, listPage } from './card.ts';
import { today } from './program.ts';
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
    topics: cardsOf(library, locale, faq.topics.map((topic) => ({ collection: 'topics', id: topic }))),
    sources: faq.sources,
    review: reviewState(faq, found.lang, library.reviews, today(library, library.program.zone)),
    alike: byTitle(library, locale, 'faqs', (other) => other.id !== id && other.topics.some((topic) => faq.topics.includes(topic))).slice(0, 6),
  };
}

export function questionsInTopic(library: Library, locale: Locale, topic: Id, page: number): ListPage {
  return listPage(byTitle(library, locale, 'faqs', (faq) => faq.topics.includes(topic)), page);
}

/** The questions page: each topic that has any, with its first few and how many there are. */
export function questionsByTopic(library: Library, locale: Locale): { topic: Card; questions: Card[]; count: number }[] {
  return topics(library, locale).flatMap((topic) => {
    const all = byTitle(library, locale, 'faqs', (faq) => faq.topics.includes(topic.ref.id));
    return all.length ? [{ topic, questions: all.slice(0, 8), count: all.length }] : [];
  });
}
