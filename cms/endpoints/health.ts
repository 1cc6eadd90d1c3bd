import type { Endpoint } from 'payload';
import { readEnv } from '../env.ts';
import { backlog } from '../publishing/backlog.ts';

/**
 * For a load balancer and for whoever watches: does the database answer, does the publisher keep up, do other targets, did a change fail, which search serves
 * families. No content, no counts. Only what this admin cannot work without, the database and a publisher, makes it 503.
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
        search,
      });
    } catch (error) {
      payload.logger.error(error);
      return answer(503, { database: 'not reached', publisher: 'unknown', search });
    }
  },
};

function answer(status: number, state: Record<string, string>): Response {
  return Response.json(state, { status, headers: { 'Cache-Control': 'no-store' } });
}
