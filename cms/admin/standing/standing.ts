import type { Locale } from '../../library/locales.ts';
import type { Day, Instant } from '../../library/types.ts';

/** Where one language of a document stands: what of it families see, and what a clinician said of that. */
export interface Standing {
  /** The newest change that concerned families; none if they never saw the document. */
  publication?: PublicationStanding;
  /** The live page of this language. */
  page?: string;
  review?: ReviewStanding;
}

export interface PublicationStanding {
  state: 'waiting' | 'live' | 'failed';
  change: 'published' | 'unpublished' | 'deleted' | 'settings';
  languages: Locale[];
  savedAt: Instant;
  /** From the save until every target had it. */
  seconds?: number;
  error?: string;
}

export interface ReviewStanding {
  state: 'not-published' | 'unreadable' | 'not-reviewed' | 'reviewed' | 'changed' | 'overdue';
  /** Why the published text cannot be read; only of `unreadable`. */
  problem?: string;
  /** The newest review, whether it stands or not. */
  newest?: { on: Day; due: Day; role: string };
  /** Whether the screen shows changes that families do not see. */
  unpublishedChanges: boolean;
  mayReview: boolean;
  /** The hash of the published text that was there to be read: a review of it is refused once another text is published. */
  seen?: string;
  /** What a new review starts from: the role that this clinician last gave, and a day in a year. */
  suggested: { role: string; due: Day };
}
