import { join } from 'node:path';
import type { Env } from '../env.ts';
import type { SiteSettings } from '../library/siteSettings.ts';

export interface Folders {
  outDir: string;
  filesDir: string;
  picturesDir: string;
  record: string;
  lock: string;
}

/** Where the output and what it is made from lie in the data folder. */
export function foldersIn(dataDir: string): Folders {
  return {
    outDir: join(dataDir, 'site'),
    filesDir: join(dataDir, 'files'),
    picturesDir: join(dataDir, 'pictures'),
    record: join(dataDir, 'press.db'),
    lock: join(dataDir, 'press.lock'),
  };
}

/** What pages may know of the operator's settings. */
export function siteSettings(env: Env): SiteSettings {
  const { SITE_URL, LEAVE_URL, ALGOLIA_APP_ID, ALGOLIA_SEARCH_KEY, ALGOLIA_HOST, ALGOLIA_AS_YOU_TYPE } = env;
  const algolia =
    ALGOLIA_APP_ID && ALGOLIA_SEARCH_KEY
      ? {
          algolia: {
            appId: ALGOLIA_APP_ID,
            searchKey: ALGOLIA_SEARCH_KEY,
            ...(ALGOLIA_HOST && { host: ALGOLIA_HOST }),
            asYouType: ALGOLIA_AS_YOU_TYPE === 'yes',
          },
        }
      : {};
  return { origin: SITE_URL, leaveUrl: LEAVE_URL, ...algolia };
}
