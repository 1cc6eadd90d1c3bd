import type { Acl } from 'algoliasearch';
import type { Env } from '../../env.ts';
import { algoliaClient } from './index.ts';
import { inPlainWords, writeRights } from './reasons.ts';

/** How long Algolia may take to say what a key may do, in ms. */
const longestWait = 5_000;

/** What a key may do, as Algolia tells whoever holds it; or why that is not known. */
type Rights = { rights: readonly Acl[] } | { unknown: string };

type AlgoliaEnv = Pick<Env, 'ALGOLIA_APP_ID' | 'ALGOLIA_SEARCH_KEY' | 'ALGOLIA_WRITE_KEY' | 'ALGOLIA_HOST'>;

/** The key that every browser receives: `unsafe` where it may do more than search. */
export async function checkSearchKey({ ALGOLIA_APP_ID, ALGOLIA_SEARCH_KEY, ALGOLIA_HOST }: AlgoliaEnv) {
  if (!ALGOLIA_APP_ID || !ALGOLIA_SEARCH_KEY) return { state: 'none' } as const;
  const found = await rightsOf(ALGOLIA_APP_ID, ALGOLIA_SEARCH_KEY, ALGOLIA_HOST);
  if ('unknown' in found) return { state: 'unknown', says: found.unknown } as const;
  const more = found.rights.filter((right) => right !== 'search');
  if (more.length > 0) {
    const says =
      `ALGOLIA_SEARCH_KEY may do more than search: ${more.join(', ')}. Every family's browser receives this key, so anybody could use these rights. ` +
      "Take the Search-Only API Key from Algolia's dashboard (Settings, API keys), or make a key with the one right search.";
    return { state: 'unsafe', says } as const;
  }
  if (!found.rights.includes('search')) return { state: 'unknown', says: 'ALGOLIA_SEARCH_KEY may not even search: use the Search-Only API Key.' } as const;
  return { state: 'fine' } as const;
}

/** What the publisher's key lacks of the rights that it needs. */
export async function checkWriteKey({ ALGOLIA_APP_ID, ALGOLIA_WRITE_KEY, ALGOLIA_HOST }: AlgoliaEnv) {
  if (!ALGOLIA_APP_ID || !ALGOLIA_WRITE_KEY) return { state: 'none' } as const;
  const found = await rightsOf(ALGOLIA_APP_ID, ALGOLIA_WRITE_KEY, ALGOLIA_HOST);
  if ('unknown' in found) return { state: 'unknown', says: found.unknown } as const;
  const lacks = writeRights.filter((right) => !found.rights.includes(right));
  return lacks.length > 0 ? ({ state: 'lacks', says: `ALGOLIA_WRITE_KEY lacks the rights ${lacks.join(', ')}.` } as const) : ({ state: 'fine' } as const);
}

async function rightsOf(appId: string, key: string, host: string | undefined): Promise<Rights> {
  const late = Promise.withResolvers<Rights>();
  const timer = setTimeout(() => late.resolve({ unknown: `Algolia did not say within ${longestWait / 1000} seconds what the key may do.` }), longestWait);
  const asked = algoliaClient(appId, key, host)
    .getApiKey({ key })
    .then(
      ({ acl }): Rights => ({ rights: acl }),
      (error: unknown): Rights => ({ unknown: reasonOf(error) }),
    );
  return Promise.race([asked, late.promise]).finally(() => clearTimeout(timer));
}

function reasonOf(error: unknown): string {
  const { status, message } = error as Error & { status?: number };
  return status === 403 || status === 404 ? `Algolia does not know the key (${message}): check ALGOLIA_APP_ID and the key.` : inPlainWords(error);
}
