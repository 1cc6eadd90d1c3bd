import { foldedWords } from '../../../cms/library/foldedWords.ts';
import type { NamedDocument, SearchNames } from '../../../cms/library/searchNames.ts';
import { sameWord } from './sameWord.ts';

/** From how many letters on there is something to suggest. */
const fewestLetters = 2;
const most = 5;

/** Pages that are called what a reader is typing: each of their words is in the name, the last one perhaps unfinished. The best first. */
export function suggest({ documents }: SearchNames, typed: string): NamedDocument[] {
  const words = foldedWords(typed);
  if (words.join('').length < fewestLetters) return [];
  return documents
    .map((document) => ({ document, score: Math.max(...[document.title, ...document.names].map((name) => scoreOf(words, foldedWords(name)))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ document }) => document);
}

/** Nothing where a word is missing; otherwise more for a name that begins so and has few other words. */
function scoreOf(words: readonly string[], name: readonly string[]): number {
  const places = words.map((word, index) => name.findIndex((own) => (index === words.length - 1 ? own.startsWith(word) : sameWord(word, own) > 0)));
  if (places.includes(-1)) return 0;
  return (places[0] === 0 ? 2 : 1) + words.length / name.length;
}
