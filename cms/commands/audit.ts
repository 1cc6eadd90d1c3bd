import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { buildPress } from '../../site/press/index.ts';
import { askForAudit, lastAudit } from '../publishing/audit/kept.ts';
import { auditOnce } from '../publishing/audit/once.ts';
import { type AuditReport, auditSummary } from '../publishing/audit/report.ts';
import { openCms } from './openCms.ts';
import { canWrite } from './preflight.ts';
import { readSettings } from './settings.ts';
import { step } from './step.ts';
import { command, Stopped } from './stopped.ts';

/** How long the running publisher may take, in ms: it publishes meanwhile. */
const longestWait = 60 * 60_000;

/** Compares everything with everything, and mends what it can. A running publisher is asked to; without one, this process does it. */
await command(async () => {
  const env = readSettings();
  await canWrite(env.dataDir);
  await step('Site templates', () => buildPress());
  const report = await step('Audit', async () => (await auditOnce(env)) ?? (await askPublisher(await openCms())));
  console.log(`\n${auditSummary(report)}`);
  process.exit(report.open > 0 || report.failed ? 1 : 0);
});

async function askPublisher(payload: Payload): Promise<AuditReport> {
  const asked = await askForAudit(payload);
  for (const until = Date.now() + longestWait; Date.now() < until; await sleep(500)) {
    const report = await lastAudit(payload);
    if (report?.asked === asked) return report;
  }
  throw new Stopped('The publisher that runs did not end the audit within an hour. The dashboard will show what it finds.');
}
