import type { Locale } from '../locales.ts';
import type { Audience } from '../sections.ts';
import type { Id, Library, WorkshopFormat, WorkshopKind, WorkshopNeed } from '../types.ts';
import { byTitle, type Card, cardOf, cardsOf } from './card.ts';
import { remembered } from './remembered.ts';
import { type DateView, datesAround } from './workshopDates.ts';

export interface WorkshopLine {
  card: Card;
  kind: WorkshopKind;
  format: WorkshopFormat;
  needs: WorkshopNeed;
  languages: Locale[];
  /** For whom especially; empty: for everybody. */
  audience: Audience[];
  topics: { id: Id; title: string }[];
  /** The coming dates. */
  dates: DateView[];
}

/** A workshop beside another text, without its dates. */
export type WorkshopLink = Omit<WorkshopLine, 'dates'>;

/** Workshops by their next date; those without one come last, by title. A series that staff archived is in no list. */
export function upcomingWorkshops(library: Library, locale: Locale, count = Number.POSITIVE_INFINITY): WorkshopLine[] {
  return remembered(library, `upcomingWorkshops ${locale}`, () => allUpcoming(library, locale)).slice(0, count);
}

function allUpcoming(library: Library, locale: Locale): WorkshopLine[] {
  const lines = byTitle(library, locale, 'workshops').flatMap((card) => lineOf(library, locale, card.ref.id) ?? []);
  const key = (line: WorkshopLine) => line.dates[0]?.day ?? '9999';
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** A workshop's line, kept by itself: when one changes, the dates of the others are not worked out again. */
function lineOf(library: Library, locale: Locale, id: Id): WorkshopLine | undefined {
  return remembered(library, `workshopLine ${locale} ${id}`, () => {
    const workshop = library.documents.workshops.get(id);
    const card = workshop && cardOf(workshop, locale);
    if (!card || workshop.archived) return undefined;
    const { kind, format, needs, languages, audience } = workshop;
    const refs = workshop.topics.map((topic) => ({ collection: 'topics', id: topic }) as const);
    const topics = cardsOf(library, locale, refs).map(({ ref, title }) => ({ id: ref.id, title }));
    return { card, kind, format, needs, languages, audience, topics, dates: datesAround(library, locale, workshop).dates };
  });
}

/** Workshops with a coming date by their topics, in the order of those dates. */
function upcomingByTopic(library: Library, locale: Locale): ReadonlyMap<Id, readonly WorkshopLine[]> {
  return remembered(library, `upcomingByTopic ${locale}`, () => {
    const groups = new Map<Id, WorkshopLine[]>();
    for (const line of upcomingWorkshops(library, locale).filter(({ dates }) => dates.length > 0)) {
      for (const { id } of line.topics) groups.set(id, [...(groups.get(id) ?? []), line]);
    }
    return groups;
  });
}

/** Coming workshops on any of some topics, for the side of a guide. */
export function workshopsOnTopics(library: Library, locale: Locale, topics: Id[], count: number): WorkshopLink[] {
  const groups = upcomingByTopic(library, locale);
  const found = new Map(topics.flatMap((topic) => (groups.get(topic) ?? []).slice(0, count)).map((line) => [line.card.ref.id, line]));
  const key = ({ dates: [date], card }: WorkshopLine) => `${date?.day} ${date?.start} ${card.title} ${card.path}`;
  return [...found.values()]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, count)
    .map(({ dates: _, ...link }) => link);
}
