import type { Endpoint, Payload } from 'payload';
import { readEnv } from '../env.ts';
import { lastAudit } from '../publishing/audit/kept.ts';
import { backlog } from '../publishing/backlog.ts';

/**
 * For a load balancer and for whoever watches: does the database answer, does the publisher keep up, do other targets, did a change fail, what did the last
 * truth audit find, which search serves families. No content, no counts. Only what this admin cannot work without, the database and a publisher, makes it 503.
 */
export const health: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ payload }) => {
    const search = readEnv().ALGOLIA_APP_ID ? 'algolia' : 'pagefind';
    try {
      const { waiting, pushing, failed } = await backlog(payload);
      return answer(waiting > 0 ? 503 : 200, {
        database: 'reached',
        publisher: waiting > 0 ? 'behind' : 'keeping up',
        ...(readEnv().S3_BUCKET && { targets: pushing > 0 ? 'behind' : 'keeping up' }),
        publications: failed > 0 ? 'some failed' : 'none failed',
        ...(await audited(payload)),
        search,
      });
    } catch (error) {
      payload.logger.error(error);
      return answer(503, { database: 'not reached', publisher: 'unknown', search });
    }
  },
};

/** What the last truth audit found, and when: a fact, nothing that this admin cannot work without. */
async function audited(payload: Payload): Promise<Record<string, string>> {
  const last = await lastAudit(payload);
  if (!last) return { audit: 'none yet' };
  return { audit: last.failed ? 'stopped' : last.open > 0 ? 'disagreements' : 'sound', auditedAt: last.endedAt };
}

function answer(status: number, state: Record<string, string>): Response {
  return Response.json(state, { status, headers: { 'Cache-Control': 'no-store' } });
}
