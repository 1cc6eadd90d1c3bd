import { inLocale } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import type { RichText } from '../richText.ts';
import type { Audience } from '../sections.ts';
import type { Id, Interpreted, Library, Workshop, WorkshopFormat, WorkshopKind, WorkshopNeed } from '../types.ts';
import { type Card, cardsOf } from './card.ts';
import { type DateInFull, datesAround, inFull, type PersonView, peopleOf } from './workshopDates.ts';

export interface WorkshopView {
  id: Id;
  lang: Locale;
  title: string;
  summary: string;
  description: RichText;
  howToJoin: string;
  whoMayCome: string;
  interpreting: string;
  price: string;
  bring: string;
  kind: WorkshopKind;
  format: WorkshopFormat;
  needs: WorkshopNeed;
  languages: Locale[];
  interpreted: Interpreted[];
  cost: 'free' | 'paid';
  online?: NonNullable<Workshop['online']>;
  onlineRules: boolean;
  joinAnyWeek: boolean;
  audience: Audience[];
  minimumAge?: number;
  childrenWelcome: boolean;
  withPersonInTreatment: 'yes' | 'no' | 'either';
  topics: Card[];
  facilitators: PersonView[];
  materials: Card[];
  /** Its code, on which the addresses of its calendars hang. */
  code: string;
  /** Whether it goes through several topics. */
  isCourse: boolean;
  /** The coming dates, cancelled ones included; empty when the series is over. */
  dates: DateInFull[];
  /** Those of the last weeks, the newest first. */
  past: DateInFull[];
  advertise: boolean;
}

export function workshopPage(library: Library, locale: Locale, id: Id): WorkshopView | undefined {
  const workshop = library.documents.workshops.get(id);
  const found = workshop && inLocale(workshop, locale);
  if (!workshop || !found) return undefined;
  const { slug: _, ...text } = found.text;
  const { code, kind, format, needs, languages, interpreted, cost, online, onlineRules, joinAnyWeek } = workshop;
  const { audience, minimumAge, childrenWelcome, withPersonInTreatment, advertise } = workshop;
  const { dates, past } = datesAround(library, locale, workshop);
  return {
    id,
    code,
    lang: found.lang,
    ...text,
    price: text.price ?? '',
    bring: text.bring ?? '',
    kind,
    format,
    needs,
    languages,
    interpreted,
    cost,
    ...(online ? { online } : {}),
    onlineRules: onlineRules && format !== 'in-person',
    isCourse: workshop.sessions.length > 1,
    joinAnyWeek,
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
    facilitators: peopleOf(library, locale, workshop.facilitators),
    materials: cardsOf(
      library,
      locale,
      workshop.materials.map((material) => ({ collection: 'materials', id: material })),
    ),
    dates: inFull(library, locale, workshop, dates),
    past: inFull(library, locale, workshop, past),
  };
}
