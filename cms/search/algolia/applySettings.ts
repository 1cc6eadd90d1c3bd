import { isDeepStrictEqual } from 'node:util';
import type { Algoliasearch, IndexSettings, Rule, SynonymHit } from 'algoliasearch';
import { algoliaIndexName } from '../../library/algolia.ts';
import type { Locale } from '../../library/locales.ts';
import type { Library } from '../../library/types.ts';
import { indexSettings, rulesIn, synonymsIn } from './settings.ts';

/** One thing that Algolia has otherwise than the code and staff say; the missing side is undefined. */
export interface Difference {
  of: 'setting' | 'synonyms' | 'rule';
  name: string;
  standing: unknown;
  wanted: unknown;
}

/** Where the settings, synonyms and rules of an index stand; nothing where there is no index yet. */
interface Standing {
  settings: IndexSettings;
  synonyms: SynonymHit[];
  rules: Rule[];
}

/** What `applySettings` would change in the index of one language; `undefined` where there is no index yet. */
export async function compareSettings(client: Algoliasearch, library: Library, locale: Locale): Promise<Difference[] | undefined> {
  const standing = await standingIn(client, algoliaIndexName(locale));
  if (!standing) return undefined;
  const wanted = indexSettings(locale);
  const names = Object.keys(wanted) as (keyof IndexSettings)[];
  return [
    ...names.flatMap((name) => different('setting', name, standing.settings[name], wanted[name])),
    ...byId('synonyms', standing.synonyms, synonymsIn(library, locale)),
    ...byId('rule', standing.rules, rulesIn(library, locale)),
  ];
}

/** Gives the index of one language the settings of the code and the synonyms and promoted answers of staff, and says what it changed. */
export async function applySettings(client: Algoliasearch, library: Library, locale: Locale): Promise<Difference[] | undefined> {
  const differences = await compareSettings(client, library, locale);
  if (!differences?.length) return differences;
  const indexName = algoliaIndexName(locale);
  const has = (of: Difference['of']) => differences.some((difference) => difference.of === of);
  const tasks: { taskID: number }[] = [];
  if (has('setting')) tasks.push(await client.setSettings({ indexName, indexSettings: indexSettings(locale) }));
  if (has('synonyms')) {
    const synonymHit = synonymsIn(library, locale);
    const save = () => client.saveSynonyms({ indexName, synonymHit, replaceExistingSynonyms: true });
    tasks.push(await (synonymHit.length > 0 ? save() : client.clearSynonyms({ indexName })));
  }
  if (has('rule')) {
    const rules = rulesIn(library, locale);
    tasks.push(await (rules.length > 0 ? client.saveRules({ indexName, rules, clearExistingRules: true }) : client.clearRules({ indexName })));
  }
  for (const { taskID } of tasks) await client.waitForTask({ indexName, taskID });
  return differences;
}

async function standingIn(client: Algoliasearch, indexName: string): Promise<Standing | undefined> {
  if (!(await client.indexExists({ indexName }))) return undefined;
  const settings = await client.getSettings({ indexName });
  const synonyms: SynonymHit[] = [];
  await client.browseSynonyms({ indexName, aggregator: ({ hits }) => void synonyms.push(...hits) });
  const rules: Rule[] = [];
  await client.browseRules({ indexName, aggregator: ({ hits }) => void rules.push(...hits) });
  return { settings, synonyms, rules };
}

function byId(of: Difference['of'], standing: readonly object[], wanted: readonly object[]): Difference[] {
  const [before, after] = [standing, wanted].map((all) => new Map((all as { objectID: string }[]).map(({ objectID, ...rest }) => [objectID, rest])));
  const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  return names.flatMap((name) => different(of, name, withoutAdditions(before?.get(name), after?.get(name)), after?.get(name)));
}

/** Algolia answers with names that nobody sent, such as its own marks and presets: only what was sent counts. */
function withoutAdditions(standing: unknown, wanted: unknown): unknown {
  if (Array.isArray(standing) && Array.isArray(wanted)) return standing.map((value, index) => withoutAdditions(value, wanted[index]));
  if (!isRecord(standing) || !isRecord(wanted)) return standing;
  return Object.fromEntries(Object.entries(standing).flatMap(([name, value]) => (name in wanted ? [[name, withoutAdditions(value, wanted[name])]] : [])));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function different(of: Difference['of'], name: string, standing: unknown, wanted: unknown): Difference[] {
  return isDeepStrictEqual(standing, wanted) ? [] : [{ of, name, standing, wanted }];
}
