import type { Env } from '../../env.ts';
import { algoliaIndexName } from '../../library/algolia.ts';
import { locales } from '../../library/locales.ts';
import type { Library } from '../../library/types.ts';
import { compareSettings } from '../../search/algolia/applySettings.ts';
import { algoliaClient } from '../../search/algolia/index.ts';
import { checkSearchKey, checkWriteKey } from '../../search/algolia/keys.ts';
import { inPlainWords } from '../../search/algolia/reasons.ts';
import { beforeLaunch, broken, type Finding, fine } from './finding.ts';

/** Whether Algolia's keys may do what they must, and no more. Nothing where Algolia was not chosen. */
export async function searchKeyFindings(env: Env): Promise<Finding[]> {
  const [search, write] = await Promise.all([checkSearchKey(env), checkWriteKey(env)]);
  return [
    ...(search.state === 'none' ? [] : [search.state === 'fine' ? fine('Search key', 'may search and nothing else.') : broken('Search key', search.says)]),
    ...(write.state === 'none' ? [] : [write.state === 'fine' ? fine('Write key', 'may do what the publisher needs.') : broken('Write key', write.says)]),
  ];
}

/** Whether Algolia's indexes stand and rank by the settings of this version and the words of staff. */
export async function searchIndexFindings(env: Env, library: Library): Promise<Finding[]> {
  const { ALGOLIA_APP_ID: appId, ALGOLIA_WRITE_KEY: writeKey, ALGOLIA_HOST: host } = env;
  if (!appId || !writeKey) return [];
  const client = algoliaClient(appId, writeKey, host);
  return Promise.all(
    locales.map(async (locale) => {
      const name = algoliaIndexName(locale);
      try {
        const differences = await compareSettings(client, library, locale);
        if (!differences) return beforeLaunch('Search index', `${name} is not there yet: npm start fills it.`);
        if (differences.length > 0)
          return beforeLaunch('Search index', `${name} has ${differences.length} other settings: npm run search:settings puts them right.`);
        return fine('Search index', `${name} has the settings of this version.`);
      } catch (error) {
        return broken('Search index', `${name}: ${inPlainWords(error)}`);
      }
    }),
  );
}
