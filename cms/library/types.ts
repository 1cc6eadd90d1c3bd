import type { Locale } from './locales.ts';
import type { DocumentRef, Id, RichText } from './richText.ts';
import type { Audience, PublicCollection, Stage } from './sections.ts';

export type { DocumentRef, Id } from './richText.ts';

/** An instant as ISO 8601 in UTC, a local calendar day as YYYY-MM-DD, a wall-clock time as HH:MM. */
export type Instant = string;
export type Day = string;
export type ClockTime = string;

/** What every published document has. `text` holds only the locales that are published. */
export interface Published<Text> {
  id: Id;
  /** Six unambiguous letters, given once, never reused; empty for collections without short links. */
  code: string;
  updatedAt: Instant;
  /** The first time it was published, in any language. */
  publishedAt: Instant;
  text: Partial<Record<Locale, Text>>;
}

export interface Source {
  title: string;
  url: string;
}

export interface Article extends Published<{ slug: string; title: string; summary: string; body: RichText; picture?: Id }> {
  collection: 'articles';
  topics: Id[];
  stage?: Stage;
  setback: boolean;
  audience: Audience[];
  sources: Source[];
  related: DocumentRef[];
  /** A guide on a subject that may put the reader at risk when seen by others: its shared picture stays neutral. */
  sensitive: boolean;
}

export interface Topic extends Published<{ slug: string; title: string; summary: string }> {
  collection: 'topics';
  order: number;
}

export interface Faq extends Published<{ slug: string; question: string; answer: string; more: RichText }> {
  collection: 'faqs';
  topics: Id[];
  sources: Source[];
}

export interface Term extends Published<{ slug: string; term: string; alsoCalled: string[]; meaning: string }> {
  collection: 'terms';
}

export type WorkshopKind = 'education' | 'support' | 'multi-family' | 'naloxone-training';
export type WorkshopFormat = 'in-person' | 'online' | 'both';
export type WorkshopNeed = 'nothing' | 'register' | 'invitation' | 'signed-consent';
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export type WorkshopPlaces = 'open' | 'full' | 'closed';
export type OnlineAccess = 'link-when-registered' | 'dial-in' | 'public-page';
export type Interpreted = 'en' | 'es' | 'asl';

/** How often: once, every n weeks on some weekdays, monthly on the nth weekday (5 = the last), or monthly on a date (a month without it has none). */
export type Repeat =
  | { every: 'once' }
  | { every: 'week'; interval: number; weekdays: Weekday[] }
  | { every: 'month'; interval: number; nth: 1 | 2 | 3 | 4 | 5; weekday: Weekday }
  | { every: 'month-date'; interval: number; date: number };

/**
 * A stretch of a schedule. 'From this date on' is a new segment: a segment that repeats ends where the next one that repeats begins, at `until`, or after
 * `count` dates (cancelled ones count). A segment of one date stands beside the others, and in place of what they have on that day.
 */
export interface Segment {
  from: Day;
  until?: Day;
  count?: number;
  /** IANA zone of the workshop; `start` is the time on its wall clock. */
  zone: string;
  start: ClockTime;
  minutes: number;
  repeat: Repeat;
  place?: Id;
  /** Who leads these dates; empty: those of the workshop. */
  facilitators: Id[];
  /** The key of the session with which the rotation begins here; without it, the rotation goes on. */
  session?: string;
}

/**
 * One date that differs from the rule, keyed by the local day on which the rule has it. `moved`: held on another day or at another time. `changed`: on its
 * day and at its time, with another place, facilitator, session, note or material. A date that the rule no longer has keeps its exception without effect.
 */
export interface ScheduleException {
  day: Day;
  status: 'cancelled' | 'moved' | 'changed';
  /** Where it moved; the day, time and length of the rule where these are left out. A date that moved may be cancelled afterwards. */
  toDay?: Day;
  start?: ClockTime;
  minutes?: number;
  place?: Id;
  facilitators: Id[];
  /** The key of the session that is given instead. */
  session?: string;
  places?: WorkshopPlaces;
  materials: Id[];
  reason: Partial<Record<Locale, string>>;
  note: Partial<Record<Locale, string>>;
}

/** One of the topics through which a series rotates, in order. */
export interface Session {
  /** Stays with the session when others come or go, or the order changes. */
  key: string;
  text: Partial<Record<Locale, { title: string; summary: string }>>;
  articles: Id[];
  materials: Id[];
  facilitators: Id[];
}

interface WorkshopText {
  slug: string;
  title: string;
  summary: string;
  description: RichText;
  howToJoin: string;
  whoMayCome: string;
  /** How to ask for it. */
  interpreting: string;
  /** What it costs, where it is not free. */
  price?: string;
  bring?: string;
}

/** What readers' calendars know a workshop by. It stands outside of the workshop's versions, so that nothing takes it back. */
export interface Calendar {
  /** The same for ever. */
  uid: string;
  /** Rises with each change of the dates and never falls; what calendars are told is sequenceOf. */
  sequence: number;
}

export interface Workshop extends Published<WorkshopText>, Calendar {
  collection: 'workshops';
  kind: WorkshopKind;
  format: WorkshopFormat;
  needs: WorkshopNeed;
  /** Of each date that says nothing else. */
  places: WorkshopPlaces;
  /** Until when to register: so many days before the date, at that time on the workshop's clock; without a time, until that day ends. */
  registerBy?: { days: number; time?: ClockTime };
  /** Locales in which the workshop is held. */
  languages: Locale[];
  interpreted: Interpreted[];
  cost: 'free' | 'paid';
  /** How one gets in online; never the address of the meeting room. */
  online?: { access: OnlineAccess; dialIn: string; page: string };
  /** Whether the page shows the rules of an online group. */
  onlineRules: boolean;
  audience: Audience[];
  minimumAge?: number;
  childrenWelcome: boolean;
  withPersonInTreatment: 'yes' | 'no' | 'either';
  topics: Id[];
  facilitators: Id[];
  materials: Id[];
  segments: Segment[];
  exceptions: ScheduleException[];
  sessions: Session[];
  /** What a cancelled date does to its session. */
  whenCancelled: 'skip' | 'push-back';
  joinAnyWeek: boolean;
  /** Whether dates on which the program is closed are cancelled. */
  obeysClosures: boolean;
  advertise: boolean;
  /** The series is over: out of the lists, its page and past dates stay. */
  archived: boolean;
}

export interface Place {
  id: Id;
  text: Record<Locale, { name: string; room: string; entrance: string; parking: string; transit: string }>;
  address: string;
  stepFree: boolean;
  phone: string;
}

/** An uploaded file. Its bytes never change: another file is another id. */
export interface StoredFile {
  id: Id;
  filename: string;
  mimeType: string;
  bytes: number;
  sha256: string;
  width?: number;
  height?: number;
}

export interface Media extends Published<{ alt: string; caption: string }> {
  collection: 'media';
  file: StoredFile;
}

/** A sheet with a text of its own, to read and to print; or a file, or a page elsewhere; a text and a file say the same. */
export interface Material extends Published<{ slug: string; title: string; summary: string; body?: RichText; file?: StoredFile; url?: string }> {
  collection: 'materials';
  topics: Id[];
}

export interface Kit extends Published<{ slug: string; title: string; intro: string; notes: string[] }> {
  collection: 'kits';
  /** In the order in which a clinician hands them over; `notes` of a locale run beside them. */
  items: DocumentRef[];
}

export interface Page extends Published<{ slug: string; title: string; summary: string; body: RichText }> {
  collection: 'pages';
  /** What the site itself links to by purpose, whatever its title and slug. */
  purpose: PagePurpose;
}

export const pagePurposes = [
  'about',
  'privacy',
  'accessibility',
  'hide',
  'privacy-practices',
  'nondiscrimination',
  'language-help',
  'complaints',
  'other',
] as const;
export type PagePurpose = (typeof pagePurposes)[number];

/** The documents that have a public page. */
export interface Documents {
  articles: Article;
  topics: Topic;
  faqs: Faq;
  terms: Term;
  workshops: Workshop;
  materials: Material;
  kits: Kit;
  pages: Page;
}
export type AnyDocument = Documents[PublicCollection];

export const crisisKinds = ['overdose', 'suicide', 'violence', 'child', 'poison', 'substance-help'] as const;
export type CrisisKind = (typeof crisisKinds)[number];

/** A line to call or text. Text exists in both languages, always. Numbers are written as they are dialled and shown. */
export interface CrisisLine {
  kind: CrisisKind;
  text: Record<Locale, { label: string; when: string; hours: string; textHow: string }>;
  call: string;
  /** The number that a text message goes to; empty where there is none. */
  textTo: string;
  tty: string;
  chatUrl: string;
  languages: Locale[];
  source: Source;
  verifiedOn: Day;
}

export interface Program {
  name: string;
  phone: string;
  email: string;
  /** The program's own IANA zone: the one in which its day begins. */
  zone: string;
  text: Record<Locale, { hours: string; tagline: string; afterHours: string }>;
  crisisLines: CrisisLine[];
  notice?: { text: Record<Locale, string>; until: Instant };
  closures: Closure[];
  /** Rises with each change of the closures and never falls: see sequenceOf. */
  closuresSequence: number;
}

/** Days on which the program is closed, first and last included. */
export interface Closure {
  from: Day;
  to: Day;
  reason: Record<Locale, string>;
}

/** Who leads workshops: what families read of them. */
export interface Person {
  name: string;
  role: Partial<Record<Locale, string>>;
}

export interface SearchSettings {
  synonyms: { locale: Locale; words: string[] }[];
  promoted: { locale: Locale; words: string; document: DocumentRef }[];
}

/** A clinician's word on one language of one document: which text, by which role, until when. */
export interface Review {
  document: DocumentRef;
  locale: Locale;
  contentHash: string;
  /** The reviewer's role as shown to families, in both languages. */
  role: Record<Locale, string>;
  on: Day;
  due: Day;
}

/** An address that a document had or has. `path` is absolute, without host, with the closing slash. */
export interface Address {
  locale: Locale;
  path: string;
  document: DocumentRef;
  code: string;
  state: 'live' | 'moved' | 'gone';
  /** Since when it is so. */
  since: Instant;
}

/** Everything that is published, in every language, as one frozen value. A change makes a new value. */
export interface Library {
  documents: { [C in PublicCollection]: ReadonlyMap<Id, Documents[C]> };
  media: ReadonlyMap<Id, Media>;
  places: ReadonlyMap<Id, Place>;
  people: ReadonlyMap<Id, Person>;
  /** By the key of the document: see rowKey.ts. */
  reviews: ReadonlyMap<string, readonly Review[]>;
  addresses: ReadonlyMap<string, readonly Address[]>;
  program: Program;
  search: SearchSettings;
  /** The moment as of which 'today' is meant: the only clock that a page may read, through the query `today`. */
  asOf: Instant;
}
