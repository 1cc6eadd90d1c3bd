import { filled } from './filled.ts';
import type { SearchStrings } from './strings.ts';
import type { SearchState } from './useSearch.ts';

interface Props {
  shown: Extract<SearchState, { state: 'answered' }>;
  strings: SearchStrings;
  onLiterally: () => void;
}

/** Says which words were searched in place of misspelled ones, and searches those as they stand where the reader meant them. */
export function Corrected({ shown: { q, answer }, strings, onLiterally }: Props) {
  if (!answer.corrected) return null;
  return (
    <p className="search-note">
      {filled(strings.showingFor, { corrected: answer.corrected })}{' '}
      <button type="button" className="search-key" onClick={onLiterally}>
        {filled(strings.searchInstead, { q })}
      </button>
    </p>
  );
}
