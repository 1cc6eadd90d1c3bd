import { getPayload, type Payload } from 'payload';
import { openPress } from '../../site/press/index.ts';
import type { Env } from '../env.ts';
import { openSearch } from '../search/openSearch.ts';
import { openRounds, type Rounds } from './rounds.ts';
import { foldersIn, siteSettings } from './settings.ts';
import { folderTarget } from './targets/folder.ts';

export interface Publishing {
  payload: Payload;
  rounds: Rounds;
  /** Resolves when the search index holds what was printed. */
  searchSettled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database, the press and search for carrying out rounds in this process. Whoever does so holds the press lock. `pressDir` names another built press than the package's own. */
export async function openPublishing(env: Env, onError: (error: unknown) => void, pressDir?: string): Promise<Publishing> {
  const press = await openPress(pressDir);
  const folders = foldersIn(env.dataDir);
  const { default: config } = await import('../payload.config.ts');
  const payload = await getPayload({ config });
  const { ALGOLIA_APP_ID: appId, ALGOLIA_WRITE_KEY: writeKey, ALGOLIA_HOST: host } = env;
  const search = openSearch({ outDir: folders.outDir, algolia: appId && writeKey ? { appId, writeKey, host } : undefined, onError });
  const rounds = openRounds({ payload, targets: [folderTarget(press, siteSettings(env), folders)], search, onError });
  return {
    payload,
    rounds,
    async searchSettled() {
      await rounds.searchTold();
      await search.settled();
    },
    close: () => payload.destroy(),
  };
}
