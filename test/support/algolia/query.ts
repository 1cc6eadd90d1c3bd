import type { HighlightResultOption, SearchParamsObject, SearchResponse } from 'algoliasearch';
import { Refused, type StoredIndex, type StoredObject } from './store.ts';

/** The parameters that this double understands; it refuses others, as Algolia refuses what it does not know. */
const known = new Set([
  'query',
  'hitsPerPage',
  'page',
  'distinct',
  'analytics',
  'clickAnalytics',
  'enablePersonalization',
  'attributesToHighlight',
  'attributesToSnippet',
  'attributesToRetrieve',
  'highlightPreTag',
  'highlightPostTag',
]);

/** Finds records as Algolia does for whole words, a beginning of the last word, and synonyms; without typos and plurals. */
export function queryIndex(index: StoredIndex, params: SearchParamsObject): SearchResponse<StoredObject> {
  for (const name of Object.keys(params)) if (!known.has(name)) throw new Refused(400, `Unknown parameter: ${name}`);
  const searchable = (index.settings.searchableAttributes ?? []).map((attribute) => attribute.replace(/^unordered\((.*)\)$/, '$1'));
  const alternatives = wordsOf(params.query ?? '').map((word, position, all) => ({ words: withSynonyms(index, word), prefix: position === all.length - 1 }));
  const found = [...index.objects.values()].flatMap((object) => {
    const places = alternatives.map((wanted) => searchable.findIndex((attribute) => wordsOf(textOf(object[attribute])).some((word) => matches(word, wanted))));
    return places.includes(-1) ? [] : [{ object, rank: Math.min(...places, searchable.length) }];
  });
  found.sort((a, b) => a.rank - b.rank || Number(a.object.position) - Number(b.object.position));
  const groups = grouped(
    found.map(({ object }) => object),
    index,
    params.distinct ?? index.settings.distinct ?? false,
  );
  const size = params.hitsPerPage ?? 20;
  const marked = alternatives;
  return {
    hits: groups
      .slice(0, size)
      .flat()
      .map((object) => withMarks(object, marked, params)) as never,
    nbHits: groups.length,
    page: params.page ?? 0,
    nbPages: size ? Math.ceil(groups.length / size) : 0,
    hitsPerPage: size,
    processingTimeMS: 1,
    query: params.query ?? '',
    params: '',
  };
}

interface Wanted {
  words: string[];
  prefix: boolean;
}

function matches(word: string, { words, prefix }: Wanted): boolean {
  return words.some((wanted) => (prefix ? word.startsWith(wanted) : word === wanted));
}

function withSynonyms(index: StoredIndex, word: string): string[] {
  const groups = [...index.synonyms.values()].map((group) => (group.synonyms ?? []).map((one) => one.toLowerCase())).filter((group) => group.includes(word));
  return [...new Set([word, ...groups.flat()])];
}

function grouped(objects: readonly StoredObject[], index: StoredIndex, distinct: number | boolean): StoredObject[][] {
  const attribute = index.settings.attributeForDistinct;
  if (!distinct || !attribute) return objects.map((object) => [object]);
  const groups = new Map<unknown, StoredObject[]>();
  for (const object of objects) groups.set(object[attribute], [...(groups.get(object[attribute]) ?? []), object]);
  return [...groups.values()].map((group) => group.slice(0, Number(distinct)));
}

function withMarks(object: StoredObject, wanted: readonly Wanted[], params: SearchParamsObject): StoredObject {
  const mark = (attribute: string): HighlightResultOption => {
    let level = 0;
    const value = textOf(object[attribute]).replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => {
      if (!wanted.some((one) => matches(folded(word), one))) return word;
      level += 1;
      return `${params.highlightPreTag ?? '<em>'}${word}${params.highlightPostTag ?? '</em>'}`;
    });
    return { value, matchLevel: level ? 'full' : 'none', matchedWords: [] };
  };
  return {
    ...object,
    _highlightResult: Object.fromEntries((params.attributesToHighlight ?? []).map((attribute) => [attribute, mark(attribute)])),
    _snippetResult: Object.fromEntries(
      (params.attributesToSnippet ?? []).map((attribute) => attribute.split(':')[0] ?? attribute).map((attribute) => [attribute, mark(attribute)]),
    ),
  };
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
