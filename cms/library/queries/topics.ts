import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import type { Id, Library } from '../types.ts';
import { type Card, cardOf } from './card.ts';

export interface TopicView {
  id: Id;
  lang: Locale;
  slug: string;
  title: string;
  summary: string;
}

/** All topics, in the order that staff gave them. */
export function topics(library: Library, locale: Locale): Card[] {
  return [...library.documents.topics.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).flatMap((topic) => cardOf(topic, locale) ?? []);
}

export function topicPage(library: Library, locale: Locale, id: Id): TopicView | undefined {
  const topic = library.documents.topics.get(id);
  const found = topic && inLocale(topic, locale);
  return found && { id, lang: found.lang, ...found.text };
}
