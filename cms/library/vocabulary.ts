/**
 * The words of an index, each with how common it is, front-coded: a capital for the number of letters that a word shares with the one before it ('A' for
 * none), its other letters, and a digit: 0 for a word that people know and no page has, otherwise one more for each doubling of its pages.
 * `abide`, `able`, `about` are `Aabide1Cle2Cout4`.
 */
export type Vocabulary = ReadonlyMap<string, number>;

const mostShared = 25;
const coded = /([A-Z])([^A-Z0-9]*)(\d)/g;

export function encoded(words: ReadonlyMap<string, number>): string {
  let before = '';
  let text = '';
  for (const [word, grade] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let shared = 0;
    while (shared < mostShared && shared < word.length && word[shared] === before[shared]) shared += 1;
    text += String.fromCharCode(65 + shared) + word.slice(shared) + Math.min(9, grade);
    before = word;
  }
  return text;
}

export function decoded(text: string): Vocabulary {
  const words = new Map<string, number>();
  let word = '';
  for (const [, shared = 'A', rest = '', grade] of text.matchAll(coded)) {
    word = word.slice(0, shared.charCodeAt(0) - 65) + rest;
    words.set(word, Number(grade));
  }
  return words;
}
