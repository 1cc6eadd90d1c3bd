import type { Rule, SearchParamsObject } from 'algoliasearch';
import { passes } from './facets.ts';
import type { StoredIndex, StoredObject } from './store.ts';
import { wordsOf } from './words.ts';

/** The records that rules pin for a query, in the order of their positions. A record that is not in the index is left out. */
export function promotedBy(index: StoredIndex, query: string, { facetFilters }: SearchParamsObject): StoredObject[] {
  return [...index.rules.values()]
    .filter((rule) => rule.enabled !== false && applies(rule, query))
    .flatMap(({ consequence }) =>
      (consequence.promote ?? []).flatMap((one) => {
        const object = 'objectID' in one ? index.objects.get(one.objectID) : undefined;
        const fits = object && (!consequence.filterPromotes || passes(object, facetFilters, index));
        return fits ? [{ object, position: one.position }] : [];
      }),
    )
    .toSorted((a, b) => a.position - b.position)
    .map(({ object }) => object);
}

function applies({ conditions = [] }: Rule, query: string): boolean {
  const typed = ` ${wordsOf(query).join(' ')} `;
  return conditions.some(({ pattern = '', anchoring }) => {
    const words = ` ${wordsOf(pattern.replace(/\\(.)/g, '$1')).join(' ')} `;
    if (anchoring === 'is') return typed === words;
    if (anchoring === 'startsWith') return typed.startsWith(words);
    return anchoring === 'endsWith' ? typed.endsWith(words) : typed.includes(words);
  });
}
