import { filled } from './filled.ts';
import type { SearchStrings } from './strings.ts';
import type { SearchState } from './useSearch.ts';

/** What a screen reader says of the search when it changes, and everybody reads. */
export function statusOf(shown: SearchState, suggested: number, strings: SearchStrings): string {
  switch (shown.state) {
    case 'failed':
      return strings.failed;
    case 'idle':
      if (suggested === 0) return '';
      return suggested === 1 ? strings.suggestedOne : filled(strings.suggested, { count: suggested });
    case 'answered': {
      const { total, hits } = shown.answer;
      const words = hits.length === 0 ? strings.nothing : total === 1 ? strings.foundOne : strings.found;
      return filled(words, { q: shown.q, count: total });
    }
  }
}
