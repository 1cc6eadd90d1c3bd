import type { Payload } from 'payload';
import { Temporal } from 'temporal-polyfill';
import type { Rounds } from '../rounds.ts';
import { audit } from './audit.ts';
import { auditRequest, keepAudit, lastAudit } from './kept.ts';
import { type AuditReport, openTally, type Tally } from './report.ts';
import type { AuditedSite, Steps } from './site.ts';

export interface Audits {
  /** Carries the audit that is due one step further, or begins one. False where there is nothing to do now. */
  advance(): Promise<boolean>;
}

export interface AuditsOptions {
  payload: Payload;
  rounds: Rounds;
  outDir: string;
  onReport?(report: AuditReport): void;
  onError(error: unknown): void;
  now?: () => Temporal.Instant;
  settledAfter?: number;
}

/** How often a request is looked for, in ms. */
const lookEvery = 1_000;
/** The hours of the night, in the program's zone, in which an audit begins by itself: before three and after five somebody may be at work. */
const quiet = { from: 3, to: 5 } as const;

/** Audits when somebody asks and once a night, a step at a time beside the rounds. */
export function openAudits({ payload, rounds, outDir, onReport, onError, now = Temporal.Now.instant, settledAfter = 10_000 }: AuditsOptions): Audits {
  const site: AuditedSite = { payload, rounds, outDir, settledAfter };
  let running: { steps: Steps; tally: Tally } | undefined;
  let last: AuditReport | null | undefined;
  let lookAt = 0;

  async function due(): Promise<{ asked?: string } | undefined> {
    const library = rounds.library();
    if (!library || Date.now() < lookAt) return undefined;
    lookAt = Date.now() + lookEvery;
    last ??= await lastAudit(payload);
    const request = await auditRequest(payload);
    if (request && request.id !== last?.asked && request.at > (last?.startedAt ?? '')) return { asked: request.id };
    return isNight(now(), library.program.zone, last?.startedAt) ? {} : undefined;
  }

  async function end(tally: Tally, failed?: string): Promise<void> {
    running = undefined;
    last = tally.report(failed);
    await keepAudit(payload, last).catch(onError);
    onReport?.(last);
  }

  return {
    async advance() {
      if (!running) {
        const begun = await due();
        if (!begun) return false;
        const tally = openTally(begun.asked);
        running = { tally, steps: audit(site, tally) };
      }
      const { steps, tally } = running;
      try {
        const { done, value } = await steps.next();
        if (done) await end(tally);
        return value === 'more';
      } catch (error) {
        onError(error);
        await end(tally, error instanceof Error ? error.message : String(error));
        return false;
      }
    },
  };
}

/** Whether it is a quiet hour in `zone` of a night in which none was begun yet. */
export function isNight(now: Temporal.Instant, zone: string, last: string | undefined): boolean {
  const here = now.toZonedDateTimeISO(zone);
  if (here.hour < quiet.from || here.hour >= quiet.to) return false;
  const opening = here.startOfDay().with({ hour: quiet.from });
  return last === undefined || Temporal.Instant.compare(Temporal.Instant.from(last), opening.toInstant()) < 0;
}

/** One audit from beginning to end, in a process that publishes nothing meanwhile. */
export async function auditNow(site: AuditedSite, asked?: string): Promise<AuditReport> {
  const tally = openTally(asked);
  for await (const step of audit(site, tally)) {
    await site.rounds.advance();
    if (step === 'wait') await new Promise((next) => setTimeout(next, 20));
  }
  const report = tally.report();
  await keepAudit(site.payload, report);
  return report;
}
