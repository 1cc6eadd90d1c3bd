import type { SearchParamsObject } from 'algoliasearch';
import type { StoredIndex, StoredObject } from './store.ts';
import { typosOf, wordsOf } from './words.ts';

/** A word that was typed, or that stands for one. */
interface Wanted {
  /** How many forgiven typos a word of a record has against it. */
  typos(word: string): number | undefined;
}

export interface Match {
  object: StoredObject;
  /** What was typed, and the same with synonyms in its place. */
  wanted: Wanted[][];
}

/** What was typed as words, once as it is and once for each synonym in its place. Only what was typed may have typos and be a beginning. */
export function wantedIn(index: StoredIndex, query: string): Wanted[][] {
  const typed = wordsOf(query);
  const { minWordSizefor1Typo: one = 4, minWordSizefor2Typos: two = 8, typoTolerance = true } = index.settings;
  const forgiving = typoTolerance === false || typoTolerance === 'false' ? { one: 99, two: 99 } : { one, two };
  const as = (words: readonly string[], forgiven: typeof forgiving): Wanted[] =>
    words.map((word, position) => remembering((other) => typosOf(other, word, position === words.length - 1, forgiven)));
  return [as(typed, forgiving), ...withSynonyms(index, typed).map((words) => as(words, { one: 99, two: 99 }))];
}

function remembering(typos: Wanted['typos']): Wanted {
  const known = new Map<string, number | undefined>();
  return {
    typos(word) {
      if (!known.has(word)) known.set(word, typos(word));
      return known.get(word);
    },
  };
}

function withSynonyms(index: StoredIndex, typed: readonly string[]): string[][] {
  return [...index.synonyms.values()].flatMap(({ type, input, synonyms = [] }) => {
    const said = type === 'synonym' ? synonyms : input ? [input] : [];
    return said.flatMap((phrase) => {
      const words = wordsOf(phrase);
      const at = typed.findIndex((_, start) => words.length > 0 && words.every((word, offset) => typed[start + offset] === word));
      if (at < 0) return [];
      return synonyms.filter((other) => other !== phrase).map((other) => [...typed.slice(0, at), ...wordsOf(other), ...typed.slice(at + words.length)]);
    });
  });
}

interface Ranked extends Match {
  /** In the order of Algolia's criteria: typos, words, attribute, exact, then the index's own. Smaller is better. */
  rank: number[];
}

/** The records that match, best first. Where none has every word and the settings say so, those that have some. */
export function matchesIn(index: StoredIndex, wanted: Wanted[][], params: SearchParamsObject): Match[] {
  const all = [...index.objects.values()];
  const ranked = (optional: boolean) =>
    all.flatMap((object) =>
      best(
        wanted.flatMap((phrasing) => rankOf(index, object, phrasing, optional)),
        wanted,
        object,
      ),
    );
  const whole = ranked(false);
  const optional = (params.removeWordsIfNoResults ?? index.settings.removeWordsIfNoResults) === 'allOptional';
  const found = whole.length === 0 && optional ? ranked(true) : whole;
  return found.toSorted((a, b) => compared(a.rank, b.rank));
}

function best(ranks: number[][], wanted: Wanted[][], object: StoredObject): Ranked[] {
  const [rank] = ranks.toSorted(compared);
  return rank ? [{ object, wanted, rank }] : [];
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, position) => value !== b[position]);
  return at < 0 ? 0 : Number(a[at]) - Number(b[at]);
}

function rankOf(index: StoredIndex, object: StoredObject, phrasing: readonly Wanted[], optional: boolean): number[][] {
  const attributes = wordsIn(index, object);
  let [typos, missing, attribute, exact] = [0, 0, attributes.length, 0];
  for (const wanted of phrasing) {
    let found: { typos: number; attribute: number } | undefined;
    for (const [position, words] of attributes.entries()) {
      for (const word of words) {
        const count = wanted.typos(word);
        if (count !== undefined && count < (found?.typos ?? 9)) found = { typos: count, attribute: position };
      }
      if (found?.typos === 0) break;
    }
    if (!found) missing += 1;
    typos += found?.typos ?? 0;
    attribute = Math.min(attribute, found?.attribute ?? attribute);
    exact += Number(!found || found.typos > 0);
  }
  if (missing > 0 && (!optional || missing === phrasing.length)) return [];
  const custom = (index.settings.customRanking ?? []).map((one) => {
    const [, way, name = ''] = /^(asc|desc)\((\w+)\)$/.exec(one) ?? [];
    return Number(object[name] ?? 0) * (way === 'desc' ? -1 : 1);
  });
  return [[typos, missing, attribute, exact, ...custom]];
}

/** The words of each searchable attribute, in the order of their weight, kept for as long as the record stands. */
const kept = new WeakMap<StoredObject, Set<string>[]>();

function wordsIn(index: StoredIndex, object: StoredObject): Set<string>[] {
  const words =
    kept.get(object) ??
    (index.settings.searchableAttributes ?? []).map((entry) => {
      const names = entry.split(',').map((name) => name.trim().replace(/^unordered\((.*)\)$/, '$1'));
      return new Set(names.flatMap((name) => (Array.isArray(object[name]) ? object[name] : [object[name] ?? '']).flatMap((value) => wordsOf(String(value)))));
    });
  kept.set(object, words);
  return words;
}
