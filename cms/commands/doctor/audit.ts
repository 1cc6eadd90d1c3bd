import type { Payload } from 'payload';
import { lastAudit } from '../../publishing/audit/kept.ts';
import { checkedIn, disagreementsIn } from '../../publishing/audit/report.ts';
import { beforeLaunch, type Finding, fine } from './finding.ts';

/** An audit that is older, in ms, was missed: there is one each night. */
const oldest = 48 * 60 * 60_000;

/** What the last truth audit found. */
export async function auditFinding(payload: Payload, now = Date.now()): Promise<Finding> {
  const last = await lastAudit(payload);
  if (!last) return beforeLaunch('Truth audit', 'never: npm run audit compares everything, and a running publisher does so each night.');
  const on = last.endedAt.slice(0, 16).replace('T', ' ');
  if (last.failed) return beforeLaunch('Truth audit', `on ${on} UTC it stopped: ${last.failed} Run npm run audit.`);
  const found = disagreementsIn(last);
  if (last.open > 0)
    return beforeLaunch('Truth audit', `on ${on} UTC ${found} things disagreed and ${last.open} could not be put right: npm run audit says which.`);
  if (Date.parse(last.endedAt) < now - oldest)
    return beforeLaunch('Truth audit', `the last one was on ${on} UTC: is npm start running at night? npm run audit makes one now.`);
  return fine('Truth audit', `on ${on} UTC, ${checkedIn(last)} things compared, ${found === 0 ? 'all agreed' : `${found} disagreed and were put right`}.`);
}
