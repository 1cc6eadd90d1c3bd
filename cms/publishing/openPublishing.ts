import { getPayload, type Payload } from 'payload';
import { openPress, openPrinter } from '../../site/press/index.ts';
import type { Env } from '../env.ts';
import { openSearch } from '../search/openSearch.ts';
import { openRounds, type Rounds } from './rounds.ts';
import { foldersIn, siteSettings } from './settings.ts';
import { openFollowing } from './targets/following.ts';
import { followingTargets } from './targets/index.ts';
import { targetReceipts } from './targets/targetReceipts.ts';

export interface Publishing {
  payload: Payload;
  rounds: Rounds;
  /** Resolves when the search index and every target hold what was printed, or failed to; says why, a line each. */
  settled(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the database, the press and search for carrying out rounds in this process. Whoever does so holds the press lock. `pressDir` names another built press than the package's own. */
export async function openPublishing(env: Env, onError: (error: unknown) => void, pressDir?: string): Promise<Publishing> {
  const press = await openPress(pressDir);
  const folders = foldersIn(env.dataDir);
  const { default: config } = await import('../payload.config.ts');
  const payload = await getPayload({ config });
  const { ALGOLIA_APP_ID: appId, ALGOLIA_WRITE_KEY: writeKey, ALGOLIA_HOST: host } = env;
  const settings = siteSettings(env);
  const targets = await followingTargets(env);
  const following = targets.length ? openFollowing({ targets, receipts: targetReceipts(payload), onError }) : undefined;
  const search = openSearch({ outDir: folders.outDir, algolia: appId && writeKey ? { appId, writeKey, host } : undefined, onError });
  // The search index is part of the site and is written behind the rounds: other targets look again whenever it changed.
  const searchFollowed: typeof search = {
    ...search,
    follow(...changed) {
      const found = search.follow(...changed);
      following?.again();
      void search.settled().then(() => following?.again());
      return found;
    },
  };
  const rounds = openRounds({
    payload,
    openPrinter: () => openPrinter({ press, settings, ...folders }),
    outDir: folders.outDir,
    search: searchFollowed,
    following,
    onError,
  });
  return {
    payload,
    rounds,
    async settled() {
      await rounds.searchTold();
      await search.settled();
      await rounds.searchTold();
      following?.again();
      return (await following?.settled()) ?? [];
    },
    async close() {
      search.close();
      await following?.close();
      await payload.destroy();
    },
  };
}
