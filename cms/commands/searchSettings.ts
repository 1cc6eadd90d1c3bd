import { parseArgs } from 'node:util';
import { algoliaIndexName } from '../library/algolia.ts';
import { locales } from '../library/locales.ts';
import { readLibrary } from '../library/readLibrary.ts';
import { applySettings, compareSettings, type Difference } from '../search/algolia/applySettings.ts';
import { algoliaClient } from '../search/algolia/index.ts';
import { explained } from '../search/algolia/reasons.ts';
import { databaseState } from './databaseState.ts';
import { openCms } from './openCms.ts';
import { readSettings } from './settings.ts';
import { command, Stopped } from './stopped.ts';

const usage = 'npm run search:settings applies; npm run search:settings -- --dry-run only shows the difference.';

/**
 * Gives Algolia's indexes the settings of this version, and the synonyms and promoted answers that staff published. `--dry-run` changes nothing and ends
 * with 2 where something differs. Ends with 1 where it could not be done.
 */
await command(async () => {
  const isDry = dryRunAsked();
  const env = readSettings();
  const { ALGOLIA_APP_ID: appId, ALGOLIA_WRITE_KEY: writeKey, ALGOLIA_HOST: host } = env;
  if (!appId || !writeKey) throw new Stopped('Algolia is not set up: set ALGOLIA_APP_ID, ALGOLIA_SEARCH_KEY and ALGOLIA_WRITE_KEY (README, Algolia).');
  if ((await databaseState(env)) !== 'ready') throw new Stopped('The database is new or of an earlier version: npm start prepares it, and fills Algolia too.');
  const payload = await openCms();
  const { library } = await readLibrary(payload);
  const client = algoliaClient(appId, writeKey, host);
  let differs = false;
  for (const locale of locales) {
    const done = (isDry ? compareSettings : applySettings)(client, library, locale);
    const differences = await explained(done).catch((error: Error) => {
      throw new Stopped(`${algoliaIndexName(locale)}: ${error.message}`);
    });
    console.log(`  ${algoliaIndexName(locale)}: ${summary(differences, isDry)}`);
    for (const difference of differences ?? []) console.log(lineOf(difference));
    differs ||= differences === undefined || differences.length > 0;
  }
  await payload.destroy();
  process.exit(isDry && differs ? 2 : 0);
});

function dryRunAsked(): boolean {
  try {
    return Boolean(parseArgs({ options: { 'dry-run': { type: 'boolean' } } }).values['dry-run']);
  } catch (error) {
    throw new Stopped(`${(error as Error).message}. ${usage}`);
  }
}

function summary(differences: Difference[] | undefined, isDry: boolean): string {
  if (!differences) return 'is not there yet. The publisher makes it, settings and all: npm start, or npm run publish.';
  if (differences.length === 0) return 'as it should be.';
  return `${differences.length} ${isDry ? 'would change' : 'changed'}:`;
}

/** `-` before what stands, `+` before what is wanted. */
function lineOf({ of, name, standing, wanted }: Difference): string {
  const side = (mark: string, value: unknown) => (value === undefined ? [] : [`\n      ${mark} ${JSON.stringify(value)}`]);
  return `    ${of} ${name}${[...side('-', standing), ...side('+', wanted)].join('')}`;
}
