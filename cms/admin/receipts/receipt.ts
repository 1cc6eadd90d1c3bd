import { Temporal } from 'temporal-polyfill';
import { isLocale, type Locale, locales } from '../../library/locales.ts';
import type { Instant } from '../../library/types.ts';
import { reasonIn } from '../../publishing/reasons.ts';

/** A publication is printed (`waiting`), then stands in our folder and goes on to other targets (`pushing`), and then families have it everywhere (`live`). */
export const receiptStates = ['waiting', 'pushing', 'live', 'failed'] as const;
export type ReceiptState = (typeof receiptStates)[number];

/** How far a change has come, as staff read it. Times are in seconds since it was saved. */
export interface Receipt {
  id: number | string;
  state: ReceiptState;
  change: 'published' | 'unpublished' | 'deleted' | 'settings';
  languages: Locale[];
  savedAt: Instant;
  /** Whether it went out at a time that was planned. */
  planned: boolean;
  printed?: number;
  /** Each place that families read from, in order of arrival; without a time where it has not arrived. */
  live: { target: string; after?: number }[];
  indexed?: number;
  pages?: number;
  /** What went wrong and what to do. Of a change that is `pushing`, why a target is late. */
  error?: string;
}

type Row = Record<string, unknown> & { id: number | string };

/** Reads a row of the outbox, for a reader of `language`. */
export function receiptOf(row: Row, language: Locale): Receipt {
  const savedAt = String(row.savedAt);
  const after = (instant: unknown) => (typeof instant === 'string' ? seconds(savedAt, instant) : undefined);
  const live = Object.entries((row.liveAt ?? {}) as Record<string, string | null>).map(([target, instant]) => ({ target, after: after(instant) }));
  return {
    id: row.id,
    state: row.state as ReceiptState,
    change: row.change as Receipt['change'],
    languages: locales.filter((locale) => (Array.isArray(row.languages) ? row.languages : []).filter(isLocale).includes(locale)),
    savedAt,
    planned: Boolean(row.schedule),
    printed: after(row.renderedAt),
    live: live.sort((a, b) => (a.after ?? Number.POSITIVE_INFINITY) - (b.after ?? Number.POSITIVE_INFINITY)),
    indexed: after(row.indexedAt),
    ...(typeof row.pages === 'number' && { pages: row.pages }),
    ...(typeof row.error === 'string' && row.error && { error: reasonIn(row.error, language) }),
  };
}

/** From the save until every target had it; nothing while one has not. */
export function secondsToLive({ live }: Receipt): number | undefined {
  const last = live.at(-1);
  return live.every(({ after }) => after !== undefined) ? last?.after : undefined;
}

function seconds(from: Instant, to: Instant): number {
  return Math.max(0, Temporal.Instant.from(to).since(from).total('seconds'));
}
