import type { Said } from '../../fields/said.ts';

/** What of the program disagreed: the texts, their addresses, the files, drafts among the files, receipts, half-written saves, search, other targets. */
type AuditPart = 'content' | 'addresses' | 'files' | 'drafts' | 'receipts' | 'saves' | 'search' | 'targets';

/** One disagreement: what was found and what was done, in a sentence or two. */
interface AuditLine {
  part: AuditPart;
  /** Whether it was put right. If not, the words say what to do. */
  mended: boolean;
  says: Said;
}

/** What an audit looked at and found. It is kept until the next one. */
export interface AuditReport {
  startedAt: string;
  endedAt: string;
  /** Which request it answers; none for the nightly one. */
  asked?: string;
  /** How many documents, addresses, files and so on were compared. */
  checked: Partial<Record<AuditPart, number>>;
  lines: AuditLine[];
  /** How many disagreements there were, beyond the lines that are kept. */
  more: number;
  /** How many of all disagreements could not be put right. */
  open: number;
  /** Why the audit could not be carried to its end. */
  failed?: string;
}

/** Lines that a report keeps: more are as good as 'everything'. */
const linesKept = 200;

/** Writes a report while an audit goes on. */
export interface Tally {
  count(part: AuditPart, number?: number): void;
  found(part: AuditPart, mended: boolean, says: Said): void;
  report(failed?: string): AuditReport;
}

export function openTally(asked: string | undefined, now: () => string = () => new Date().toISOString()): Tally {
  const startedAt = now();
  const checked: AuditReport['checked'] = {};
  const lines: AuditLine[] = [];
  let more = 0;
  let open = 0;
  return {
    count(part, number = 1) {
      checked[part] = (checked[part] ?? 0) + number;
    },
    found(part, mended, says) {
      if (!mended) open += 1;
      if (lines.length < linesKept) lines.push({ part, mended, says });
      else more += 1;
    },
    report: (failed) => ({ startedAt, endedAt: now(), ...(asked && { asked }), checked, lines, more, open, ...(failed && { failed }) }),
  };
}

/** How many things were looked at in all. */
export function checkedIn({ checked }: AuditReport): number {
  return Object.values(checked).reduce((sum, number) => sum + number, 0);
}

export function disagreementsIn({ lines, more }: AuditReport): number {
  return lines.length + more;
}

/** What an audit found, for a terminal or a log: a line each. */
export function auditSummary(report: AuditReport): string {
  const { lines, more, open, failed } = report;
  const number = disagreementsIn(report);
  const total = number === 0 ? 'everything agrees.' : `${number} ${number === 1 ? 'disagreement' : 'disagreements'}, ${open} of them left to you:`;
  return [
    `Truth audit: ${checkedIn(report)} things compared, ${total}`,
    ...lines.map(({ part, mended, says }) => `  ${mended ? '✓' : '✗'} ${part.padEnd(9)} ${says.en}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
    ...(failed ? [`  ✗ The audit could not be carried to its end: ${failed}`] : []),
  ].join('\n');
}
