import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import { type Occurrence, occurrences, sequenceOf } from '../occurrences.ts';
import type { RichText } from '../richText.ts';
import type { Audience } from '../sections.ts';
import type { Closure, Day, Id, Library, Workshop, WorkshopFormat, WorkshopKind, WorkshopNeed } from '../types.ts';
import { byTitle, type Card, cardOf, cardsOf } from './card.ts';
import { today } from './program.ts';
import { remembered } from './remembered.ts';

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

/** A date as a page shows it: the reason in the reader's language, and where. */
export interface DateView extends Pick<Occurrence, 'key' | 'day' | 'start' | 'end' | 'zone' | 'movedFrom' | 'cancelled'> {
  reason: string;
  place?: PlaceView;
  /** The program is closed that day, and why. The workshop is not held then; `cancelled` says only what staff cancelled by hand. */
  closed?: { reason: string };
}

export interface WorkshopView {
  id: Id;
  lang: Locale;
  /** Of its entries in readers' calendars. */
  uid: string;
  sequence: number;
  title: string;
  summary: string;
  description: RichText;
  howToJoin: string;
  whoMayCome: string;
  interpreting: string;
  kind: WorkshopKind;
  format: WorkshopFormat;
  needs: WorkshopNeed;
  languages: Locale[];
  audience: Audience[];
  minimumAge?: number;
  childrenWelcome: boolean;
  withPersonInTreatment: 'yes' | 'no' | 'either';
  topics: Card[];
  facilitators: { name: string; role: string }[];
  materials: Card[];
  /** The coming dates, cancelled ones included; empty when the series is over. */
  dates: DateView[];
  advertise: boolean;
}

/** How many coming dates a workshop's page lists. */
const datesShown = 10;

export function workshopPage(library: Library, locale: Locale, id: Id): WorkshopView | undefined {
  const workshop = library.documents.workshops.get(id);
  const found = workshop && inLocale(workshop, locale);
  if (!workshop || !found) return undefined;
  const { slug: _, ...text } = found.text;
  const { kind, format, needs, languages, audience, minimumAge, childrenWelcome, withPersonInTreatment, advertise } = workshop;
  return {
    id,
    lang: found.lang,
    uid: workshop.uid,
    sequence: sequenceOf(workshop, library.program),
    ...text,
    kind,
    format,
    needs,
    languages,
    audience,
    minimumAge,
    childrenWelcome,
    withPersonInTreatment,
    advertise,
    topics: cardsOf(
      library,
      locale,
      workshop.topics.map((topic) => ({ collection: 'topics', id: topic })),
    ),
    facilitators: workshop.facilitators.flatMap((person) => {
      const led = library.people.get(person);
      return led ? [{ name: led.name, role: led.role[locale] ?? led.role[found.lang] ?? '' }] : [];
    }),
    materials: cardsOf(
      library,
      locale,
      workshop.materials.map((material) => ({ collection: 'materials', id: material })),
    ),
    dates: comingDates(library, locale, workshop, datesShown),
  };
}

/** The dates from the start of the workshop's own day on: today's stays until the day is over. */
function comingDates(library: Library, locale: Locale, workshop: Workshop, count: number): DateView[] {
  const zone = workshop.segments.at(-1)?.zone ?? library.program.zone;
  if (workshop.archived) return [];
  return datesFrom(library, workshop, today(library, zone), count).map(({ key, day, start, end, zone, movedFrom, cancelled, closed, reason, place }) => ({
    key,
    day,
    start,
    end,
    zone,
    ...(movedFrom ? { movedFrom } : {}),
    cancelled: cancelled && !closed,
    reason: closed ? '' : (reason[locale] ?? ''),
    ...placed(library, locale, place),
    ...(closed ? { closed: { reason: reason[locale] ?? '' } } : {}),
  }));
}

const known = new WeakMap<Workshop, { closures: readonly Closure[]; from: Day; count: number; dates: Occurrence[] }>();

/** The same for every language and list: found once for each workshop, day and closures, since a workshop never changes. */
function datesFrom({ program: { closures } }: Library, workshop: Workshop, from: Day, count: number): Occurrence[] {
  const before = known.get(workshop);
  const isEnough = before?.from === from && before.closures === closures && (before.count >= count || before.dates.length < before.count);
  const dates = isEnough ? before.dates : occurrences(workshop, { from, count, closures });
  if (!isEnough) known.set(workshop, { closures, from, count, dates });
  return dates.slice(0, count);
}

function placed(library: Library, locale: Locale, id: Id | undefined): { place?: PlaceView } {
  const place = id === undefined ? undefined : library.places.get(id);
  if (!place) return {};
  const { address, stepFree, phone, text } = place;
  return { place: { ...text[locale], address, stepFree, phone } };
}

export interface WorkshopLine {
  card: Card;
  kind: WorkshopKind;
  format: WorkshopFormat;
  needs: WorkshopNeed;
  languages: Locale[];
  /** The next date and, when it is cancelled or the program is closed, those up to the first one that stands. */
  dates: DateView[];
}

/** Workshops by their next date; those without one come last, by title. */
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
    if (!card) return undefined;
    const coming = comingDates(library, locale, workshop, 4);
    const standing = coming.findIndex((date) => !date.cancelled && !date.closed);
    const { kind, format, needs, languages } = workshop;
    return { card, kind, format, needs, languages, dates: coming.slice(0, standing < 0 ? 1 : standing + 1) };
  });
}

/** Workshops with a coming date by their topics, in the order of those dates. */
function upcomingByTopic(library: Library, locale: Locale): ReadonlyMap<Id, readonly WorkshopLine[]> {
  return remembered(library, `upcomingByTopic ${locale}`, () => {
    const groups = new Map<Id, WorkshopLine[]>();
    for (const line of upcomingWorkshops(library, locale).filter(({ dates }) => dates.length > 0)) {
      for (const topic of new Set(library.documents.workshops.get(line.card.ref.id)?.topics)) groups.set(topic, [...(groups.get(topic) ?? []), line]);
    }
    return groups;
  });
}

/** Coming workshops on any of some topics, for the side of a guide. */
export function workshopsOnTopics(library: Library, locale: Locale, topics: Id[], count: number): WorkshopLine[] {
  const groups = upcomingByTopic(library, locale);
  const found = new Map(topics.flatMap((topic) => (groups.get(topic) ?? []).slice(0, count)).map((line) => [line.card.ref.id, line]));
  const key = ({ dates: [date], card }: WorkshopLine) => `${date?.day} ${date?.start} ${card.title} ${card.path}`;
  return [...found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, count);
}
