import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { syllable } from 'syllable';

/** Counts of a text, and what reading formulas make of them. */
interface Counts {
  sentences: number;
  words: number;
  syllables: number;
  /** Words of three syllables and more. */
  long: number;
}

/**
 * Whole sentences of a text. A fragment, which a reader takes in at a glance, would make a text look easier than it is: what does not end as a sentence
 * does is left out.
 */
export function sentencesIn(text: string, language: 'en' | 'es'): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /[.!?…]["”’»)]*$/.test(sentence) && wordsIn(sentence, language).length > 2);
}

export function wordsIn(text: string, language: 'en' | 'es'): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** Grade of school in the United States (Kincaid and others, 1975). */
export function fleschKincaidGrade(texts: readonly string[]): number {
  const { sentences, words, syllables } = counted(texts, 'en', syllable);
  return fleschKincaid({ sentence: sentences, word: words, syllable: syllables });
}

/** SMOG grade (McLaughlin, 1969), of which words that cannot be avoided here do not count. */
export function smogGrade(texts: readonly string[], unavoidable: ReadonlySet<string>): number {
  const { sentences, long } = counted(texts, 'en', (word) => (unavoidable.has(word.toLowerCase()) ? 1 : syllable(word)));
  return smogFormula({ sentence: sentences, polysillabicWord: long });
}

/** INFLESZ (Barrio Cantalejo, 2007): 80 and more very easy, 65 fairly easy, 55 normal, 40 somewhat difficult, below that very difficult. */
export function inflesz(texts: readonly string[]): number {
  const { sentences, words, syllables } = counted(texts, 'es', spanishSyllables);
  return 206.835 - (62.3 * syllables) / words - words / sentences;
}

function counted(texts: readonly string[], language: 'en' | 'es', syllablesIn: (word: string) => number): Counts {
  const sentences = texts.flatMap((text) => sentencesIn(text, language));
  const words = sentences.flatMap((sentence) => wordsIn(sentence, language));
  const syllables = words.map((word) => Math.max(1, syllablesIn(word)));
  return {
    sentences: Math.max(1, sentences.length),
    words: Math.max(1, words.length),
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    long: syllables.filter((count) => count >= 3).length,
  };
}

/** One syllable a vowel or diphthong; two open vowels, and an accented i or u beside one, are apart (Real Academia Española, Ortografía 2010). */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/qu/g, 'k')
    .replace(/gu(?=[eéií])/g, 'g')
    .replace(/y$/, 'i');
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  return groups.reduce((sum, group) => sum + 1 + hiatuses(group), 0);
}

function hiatuses(group: string): number {
  const open = /[aeoáéó]/;
  const accented = /[íú]/;
  let found = 0;
  for (let at = 1; at < group.length; at += 1) {
    const [before = '', after = ''] = [group[at - 1], group[at]];
    if ((open.test(before) && open.test(after)) || (accented.test(before) && open.test(after)) || (open.test(before) && accented.test(after))) found += 1;
  }
  return found;
}
