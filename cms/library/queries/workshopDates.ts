import { Temporal } from 'temporal-polyfill';
import { type Locale, otherLocale } from '../locales.ts';
import { type Occurrence, occurrences } from '../occurrences.ts';
import type { Closure, Day, Id, Instant, Library, Workshop, WorkshopPlaces } from '../types.ts';
import { type Card, cardsOf } from './card.ts';
import { today } from './program.ts';

export interface PlaceView {
  name: string;
  room: string;
  entrance: string;
  parking: string;
  transit: string;
  address: string;
  stepFree: boolean;
  phone: string;
}

export interface PersonView {
  name: string;
  role: string;
}

/** A date as a page shows it, in the reader's language. */
export interface DateView extends Pick<Occurrence, 'key' | 'day' | 'start' | 'end' | 'zone' | 'movedFrom' | 'cancelled' | 'closed'> {
  /** Why it is cancelled or moved. */
  reason: string;
  note: string;
  place?: PlaceView;
  /** The name of the place where the other dates are, when this one is elsewhere. */
  usualPlace?: string;
  /** Its topic, where the series goes through several. */
  topic?: { lang: Locale; title: string; summary: string };
  places: WorkshopPlaces;
  registerBy?: Instant;
  /** The day of the next date that stands, for a cancelled one. */
  instead?: Day;
}

/** A date on the workshop's own page, with what goes with it. */
export interface DateInFull extends DateView {
  /** Who leads it, where that differs from date to date. */
  led: PersonView[];
  cards: Card[];
}

/** Pages carry the dates of so many days ahead, so that they are still true when they are read that long after they were printed; and at least so many. */
const daysAhead = 63;
const datesAtLeast = 6;
const daysBack = 42;

/** The dates from the start of the workshop's own day on, and the last ones before it, the newest first. An archived series has no coming ones. */
export function datesAround(library: Library, locale: Locale, workshop: Workshop): { dates: DateView[]; past: DateView[] } {
  const { now, found } = datesOf(library, workshop);
  const shown = found.map((date) => dateView(library, locale, workshop, date));
  let instead: Day | undefined;
  for (const date of shown.toReversed()) {
    if (!date.cancelled) instead = date.day;
    else if (instead && date.day >= now) date.instead = instead;
  }
  return { dates: workshop.archived ? [] : shown.filter(({ day }) => day >= now), past: shown.filter(({ day }) => day < now).reverse() };
}

/** What a workshop's own page says more of some dates. */
export function inFull(library: Library, locale: Locale, workshop: Workshop, views: readonly DateView[]): DateInFull[] {
  const found = new Map(datesOf(library, workshop).found.map((date) => [date.key, date]));
  return views.map((view) => {
    const { facilitators = [], session, materials = [] } = found.get(view.key) ?? {};
    const differs = facilitators.length !== workshop.facilitators.length || facilitators.some((person) => !workshop.facilitators.includes(person));
    const cards = cardsOf(library, locale, [
      ...(session?.articles ?? []).map((id) => ({ collection: 'articles', id }) as const),
      ...materials.map((id) => ({ collection: 'materials', id }) as const),
    ]);
    return { ...view, led: differs ? peopleOf(library, locale, facilitators) : [], cards };
  });
}

/** The coming dates as the schedule has them. */
export function comingDays(library: Library, workshop: Workshop): Occurrence[] {
  const { now, found } = datesOf(library, workshop);
  return workshop.archived ? [] : found.filter(({ day }) => day >= now);
}

export function peopleOf(library: Library, locale: Locale, ids: readonly Id[]): PersonView[] {
  return ids.flatMap((id) => {
    const person = library.people.get(id);
    return person ? [{ name: person.name, role: person.role[locale] ?? Object.values(person.role)[0] ?? '' }] : [];
  });
}

const known = new WeakMap<Workshop, { closures: readonly Closure[]; now: Day; found: Occurrence[] }>();

/** The same for every language and list: found once for each workshop, day and closures, since a workshop never changes. */
function datesOf(library: Library, workshop: Workshop): { now: Day; found: Occurrence[] } {
  const { closures } = library.program;
  const now = today(library, workshop.segments.at(-1)?.zone ?? library.program.zone);
  const before = known.get(workshop);
  if (before?.now === now && before.closures === closures) return before;
  const day = (days: number) => Temporal.PlainDate.from(now).add({ days }).toString();
  const around = occurrences(workshop, { from: day(-daysBack), until: day(daysAhead), closures });
  const coming = around.filter((date) => date.day >= now);
  const more = coming.length < datesAtLeast ? occurrences(workshop, { from: now, count: datesAtLeast, closures }) : coming;
  const found = { closures, now, found: [...around.filter((date) => date.day < now), ...more] };
  known.set(workshop, found);
  return found;
}

export function dateView(library: Library, locale: Locale, workshop: Workshop, date: Occurrence): DateView {
  const { key, day, start, end, zone, movedFrom, cancelled, closed, places, registerBy } = date;
  const topic = date.session && topicIn(locale, date.session.text);
  const place = date.place === undefined ? undefined : placeView(library, locale, date.place);
  const usualPlace = date.usualPlace === undefined ? undefined : library.places.get(date.usualPlace)?.text[locale].name;
  return {
    key,
    day,
    start,
    end,
    zone,
    ...(movedFrom ? { movedFrom } : {}),
    cancelled,
    closed,
    reason: inEither(date.reason, locale),
    note: inEither(date.note, locale),
    ...(place ? { place } : {}),
    ...(usualPlace ? { usualPlace } : {}),
    ...(topic ? { topic } : {}),
    places,
    ...(registerBy && workshop.needs === 'register' ? { registerBy } : {}),
  };
}

function topicIn(locale: Locale, text: Partial<Record<Locale, { title: string; summary: string }>>): DateView['topic'] {
  const lang = text[locale]?.title ? locale : otherLocale(locale);
  const said = text[lang];
  return said?.title ? { lang, ...said } : undefined;
}

const inEither = (words: Partial<Record<Locale, string>>, locale: Locale) => words[locale] ?? words[otherLocale(locale)] ?? '';

function placeView(library: Library, locale: Locale, id: Id): PlaceView | undefined {
  const place = library.places.get(id);
  if (!place) return undefined;
  const { address, stepFree, phone, text } = place;
  return { ...text[locale], address, stepFree, phone };
}
