import type { Endpoint } from 'payload';
import { readEnv } from '../env.ts';

/** How long a change may wait before the publisher counts as behind, in milliseconds. */
const longestWait = 60_000;

/** For a load balancer: does the database answer, is the publisher keeping up, which search serves families. No content, no counts. */
export const health: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ payload }) => {
    const search = readEnv().ALGOLIA_APP_ID ? 'algolia' : 'pagefind';
    try {
      const { docs } = await payload.find({
        collection: 'publications',
        where: { state: { equals: 'waiting' } },
        sort: 'savedAt',
        limit: 1,
        depth: 0,
        pagination: false,
      });
      const oldest = docs[0]?.savedAt;
      const behind = oldest !== undefined && Date.now() - Date.parse(oldest) > longestWait;
      return answer(behind ? 503 : 200, { database: 'reached', publisher: behind ? 'behind' : 'keeping up', search });
    } catch (error) {
      payload.logger.error(error);
      return answer(503, { database: 'not reached', publisher: 'unknown', search });
    }
  },
};

function answer(status: number, state: Record<string, string>): Response {
  return Response.json(state, { status, headers: { 'Cache-Control': 'no-store' } });
}
