import type { FacetFilters, SearchParamsObject } from 'algoliasearch';
import { Refused } from './refused.ts';
import type { StoredIndex, StoredObject } from './store.ts';
import { folded } from './words.ts';

/** Whether an object passes `facetFilters`: a list is AND, a list in it OR, `name:-value` NOT. */
export function passes(object: StoredObject, filters: FacetFilters | undefined, index: StoredIndex): boolean {
  if (filters === undefined) return true;
  const all = Array.isArray(filters) ? filters : [filters];
  return all.every((some) => (Array.isArray(some) ? some : [some]).some((one) => isSo(object, String(one), index)));
}

function isSo(object: StoredObject, filter: string, index: StoredIndex): boolean {
  const [, name = '', not, value = ''] = /^([^:]+):(-?)([\s\S]*)$/.exec(filter) ?? [];
  if (!name) throw new Refused(400, `Invalid syntax for facet condition: \`${filter}\``);
  // Algolia finds nothing by what is no facet.
  return facetsOf(index).includes(name) && valuesOf(object, name).includes(value.replace(/^\\/, '')) === !not;
}

/** How often each value of the facets that were asked for stands in `objects`. */
export function facetCounts(objects: readonly StoredObject[], asked: SearchParamsObject['facets'], index: StoredIndex) {
  const names = facetsOf(index).filter((name) => asked?.includes('*') || asked?.includes(name));
  return Object.fromEntries(
    names.map((name) => {
      const counts: Record<string, number> = {};
      for (const value of objects.flatMap((object) => valuesOf(object, name))) counts[value] = (counts[value] ?? 0) + 1;
      return [name, counts];
    }),
  );
}

/** The values of one facet that begin like `query`, most frequent first. */
export function facetHits(objects: readonly StoredObject[], name: string, query: string, most: number, index: StoredIndex) {
  if (!index.settings.attributesForFaceting?.includes(`searchable(${name})`))
    throw new Refused(400, `Cannot search in \`${name}\` attribute, you need to add \`searchable(${name})\` to attributesForFaceting.`);
  return Object.entries(facetCounts(objects, [name], index)[name] ?? {})
    .filter(([value]) => folded(value).includes(folded(query)))
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([value, count]) => ({ value, highlighted: value, count }));
}

function facetsOf(index: StoredIndex): string[] {
  return (index.settings.attributesForFaceting ?? []).map((name) => name.replace(/^\w+\((.*)\)$/, '$1'));
}

function valuesOf(object: StoredObject, name: string): string[] {
  const value = object[name];
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}
