import type { Locale } from '../../library/locales.ts';
import type { Instant } from '../../library/types.ts';

export type Action = 'publish' | 'unpublish';

/** What of a document is planned, and what can be. */
export interface Planning {
  mayPlan: boolean;
  /** The program's own: the clock that a plan goes by. */
  zone: string;
  /** The languages that families see now. */
  live: Locale[];
  /** What would go out: what was saved last, the languages in which it has a text, and those that are only a draft. */
  version: { id: string; savedAt: Instant; texts: Locale[]; drafts: Locale[] };
  plans: Plan[];
}

/** One language that waits, or that was not carried out. */
export interface Plan {
  id: string;
  state: 'waiting' | 'failed';
  locale: Locale;
  action: Action;
  at: Instant;
  zone: string;
  versionSavedAt?: Instant;
  by?: string;
  /** Why it was not carried out, or would not be as things stand, with what to do. */
  problem?: string;
}

/** What the form sends: a row for each language. */
export interface Wanted {
  locales: Locale[];
  action: Action;
  day: string;
  time: string;
  version: string;
}
