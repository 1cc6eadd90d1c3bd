import type { HighlightResultOption, SearchParamsObject, SearchResponse } from 'algoliasearch';
import { facetCounts, passes } from './facets.ts';
import { type Match, matchesIn, wantedIn } from './ranking.ts';
import { promotedBy } from './rules.ts';
import type { StoredIndex, StoredObject } from './store.ts';
import { wordsOf } from './words.ts';

/** Finds records as Algolia does: typos, synonyms, a beginning of the last word, facets, rules, one result a document. Without plurals and stop words. */
export function queryIndex(index: StoredIndex, params: SearchParamsObject): SearchResponse<StoredObject> {
  const query = params.query ?? '';
  const wanted = wantedIn(index, query);
  const found = matchesIn(index, wanted, params).filter(({ object }) => passes(object, params.facetFilters, index));
  const promoted = params.enableRules === false ? [] : promotedBy(index, query, params);
  const before = new Set(promoted.map(({ docId, objectID }) => docId ?? objectID));
  const ranked = [...promoted, ...found.map(({ object }) => object).filter((object) => !promoted.includes(object))];
  const groups = grouped(ranked, index, params.distinct ?? index.settings.distinct ?? false);
  const size = params.hitsPerPage ?? 20;
  const page = params.page ?? 0;
  return {
    hits: groups
      .slice(page * size, (page + 1) * size)
      .flat()
      .map((object) => withMarks(object, wanted, params, index)) as never,
    nbHits: groups.length,
    page,
    nbPages: size ? Math.ceil(groups.length / size) : 0,
    hitsPerPage: size,
    processingTimeMS: 1,
    query,
    params: '',
    ...(before.size > 0 && { appliedRules: [...before].map((objectID) => ({ objectID })) }),
    ...(params.facets && { facets: facetCounts(ranked, params.facets, index) }),
  };
}

function grouped(objects: readonly StoredObject[], index: StoredIndex, distinct: number | boolean): StoredObject[][] {
  const attribute = index.settings.attributeForDistinct;
  if (!distinct || !attribute) return objects.map((object) => [object]);
  const groups = new Map<unknown, StoredObject[]>();
  for (const object of objects) groups.set(object[attribute], [...(groups.get(object[attribute]) ?? []), object]);
  return [...groups.values()].map((group) => group.slice(0, Number(distinct)));
}

function withMarks(object: StoredObject, wanted: Match['wanted'], params: SearchParamsObject, index: StoredIndex): StoredObject {
  const mark = (attribute: string): HighlightResultOption => {
    let level = 0;
    const value = textOf(object[attribute]).replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => {
      const [plain = ''] = wordsOf(word);
      if (!wanted.some((phrasing) => phrasing.some((one) => one.typos(plain) !== undefined))) return word;
      level += 1;
      return `${params.highlightPreTag ?? '<em>'}${word}${params.highlightPostTag ?? '</em>'}`;
    });
    return { value, matchLevel: level ? 'full' : 'none', matchedWords: [] };
  };
  const marked = (attributes: readonly string[] | undefined) =>
    Object.fromEntries((attributes ?? []).map((attribute) => attribute.split(':')[0] ?? attribute).map((attribute) => [attribute, mark(attribute)]));
  const { attributesToRetrieve: asked = ['*'] } = params;
  return {
    ...(Object.fromEntries(Object.entries(object).filter(([name]) => name === 'objectID' || asked.includes('*') || asked.includes(name))) as StoredObject),
    _highlightResult: marked(params.attributesToHighlight ?? index.settings.attributesToHighlight),
    _snippetResult: marked(params.attributesToSnippet ?? index.settings.attributesToSnippet),
  };
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}
