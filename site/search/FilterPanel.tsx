import { type Facet, type Filters, facets, isNarrowed, toggled } from './asked.ts';
import { filled } from './filled.ts';
import type { SearchStrings } from './strings.ts';

/** What can be chosen of each field, in the reader's language. */
export type FilterChoices = Record<Facet, readonly { value: string; words: string }[]>;

interface Props {
  choices: FilterChoices;
  filters: Filters;
  strings: SearchStrings;
  onChange: (filters: Filters) => void;
}

/** Boxes to check, folded away, and what is checked as buttons that take it back. */
export function FilterPanel({ choices, filters, strings, onChange }: Props) {
  const chosen = facets.flatMap((facet) => choices[facet].filter(({ value }) => filters[facet].includes(value)).map((choice) => ({ facet, ...choice })));
  return (
    <div className="search-filters">
      <details>
        <summary>{chosen.length > 0 ? filled(strings.filtersOn, { count: chosen.length }) : strings.filters}</summary>
        <div className="search-facets">
          {facets.map((facet) => (
            <fieldset key={facet}>
              <legend>{strings.facets[facet]}</legend>
              {choices[facet].map(({ value, words }) => (
                <label key={value}>
                  <input type="checkbox" checked={filters[facet].includes(value)} onChange={() => onChange(toggled(filters, facet, value))} />
                  {words}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </details>
      {isNarrowed(filters) && (
        <ul className="search-chips" aria-label={strings.chosen}>
          {chosen.map(({ facet, value, words }) => (
            <li key={facet + value}>
              <button type="button" aria-label={filled(strings.without, { words })} onClick={() => onChange(toggled(filters, facet, value))}>
                {words} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
