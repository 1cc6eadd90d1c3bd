import type { Locale } from '../../library/locales.ts';
import type { Day } from '../../library/types.ts';
import type { Receipt } from '../receipts/receipt.ts';

/** Where one language of a document stands: what of it families see, and what a clinician said of that. */
export interface Standing {
  /** The newest change that concerned families; none if they never saw the document. */
  publication?: Receipt;
  /** The live page of each published language. */
  pages: Partial<Record<Locale, string>>;
  /** Whether whoever asks may have a change that failed published again. */
  mayPublish: boolean;
  review?: ReviewStanding;
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
