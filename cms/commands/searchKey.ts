import type { Env } from '../env.ts';
import { checkSearchKey } from '../search/algolia/keys.ts';
import { Stopped } from './stopped.ts';

/**
 * Stops where the key that goes into every page could change the index. Where Algolia does not answer, the command goes on: pages matter more, and a key
 * that does not work sends families to the site's own index.
 */
export async function refuseUnsafeKey(env: Env): Promise<void> {
  const { state, says } = await checkSearchKey(env);
  if (state === 'unsafe') throw new Stopped(says);
  if (state === 'unknown') console.warn(`  ! Algolia's key for families could not be checked. ${says} npm run doctor checks again.`);
}
