import type { Vocabulary } from '../../../cms/library/vocabulary.ts';
import { distance } from './distance.ts';

/** From how many letters on a word may be one or two edits away from what was meant: in shorter ones nearly every other word would be near. */
const [oneEditFrom, twoEditsFrom] = [4, 7] as const;

/**
 * The word of the vocabulary that was most likely meant by `word`, or nothing: for a word that is known, that begins a known one, or that resembles none.
 * Of words equally near, one with the same first letter comes first, then the more common one.
 */
export function meantBy(word: string, vocabulary: Vocabulary): string | undefined {
  if (word.length < oneEditFrom || /\d/.test(word) || vocabulary.has(word)) return undefined;
  const most = word.length < twoEditsFrom ? 1 : 2;
  let best: { word: string; cost: number; grade: number } | undefined;
  for (const [known, grade] of vocabulary) {
    if (grade === 0 || known.length < oneEditFrom - 1) continue;
    if (known.startsWith(word)) return undefined;
    const edits = distance(word, known, most);
    if (edits > most) continue;
    const cost = edits + (known[0] === word[0] ? 0 : 0.5);
    if (!best || cost < best.cost || (cost === best.cost && grade > best.grade)) best = { word: known, cost, grade };
  }
  return best?.word;
}
