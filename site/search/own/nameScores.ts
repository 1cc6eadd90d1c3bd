import { foldedWords } from '../../../cms/library/foldedWords.ts';
import type { Locale } from '../../../cms/library/locales.ts';
import type { NamedDocument, SearchNames } from '../../../cms/library/searchNames.ts';
import { isSilent } from '../words/askedWords.ts';
import { sameWord } from './sameWord.ts';

/** Says of each document how much it is called what was asked: from nearly 0 to 1, or a little more where staff promoted it. Documents at 0 are left out. */
export type NameScores = (question: string) => Map<NamedDocument, number>;

interface Name {
  document: NamedDocument;
  words: string[];
  weight: number;
  /** The weight of all its words together. */
  total: number;
}

/** A word that says nothing by itself still tells 'did I cause it' from 'did they cause it'. */
const silentWeight = 0.12;
const synonymMatch = 0.75;
const promotedWeight = 1.25;

export function nameScores({ documents, synonyms, promoted }: SearchNames, locale: Locale): NameScores {
  const count = new Map<string, number>();
  for (const { title, names } of documents) for (const word of new Set(foldedWords([title, ...names].join(' ')))) count.set(word, (count.get(word) ?? 0) + 1);
  const rarest = Math.log(1 + documents.length);
  const weightOf = (word: string) => (isSilent(word, locale) ? silentWeight : Math.log(1 + documents.length / (count.get(word) ?? 1)) / rarest);

  const nameOf = (document: NamedDocument, text: string, weight = 1): Name => {
    const words = [...new Set(foldedWords(text))];
    return { document, words, weight, total: sum(words.map(weightOf)) };
  };
  const all: Name[] = [
    ...documents.flatMap((document) => [document.title, ...document.names].map((text) => nameOf(document, text))),
    ...promoted.flatMap(({ words, document }) => {
      const first = documents[document];
      return first ? [nameOf(first, words, promotedWeight)] : [];
    }),
  ];
  const groups = synonyms.map((group) => group.map(foldedWords));

  return (question) => {
    const asked = [...new Set(foldedWords(question))];
    const weights = asked.map(weightOf);
    const total = sum(weights);
    const others = otherWays(asked, groups);
    const scores = new Map<NamedDocument, number>();
    for (const { document, words, weight, total: whole } of all) {
      const found = asked.map((word) => Math.max(0, ...words.map((own) => sameWord(word, own))));
      const own = words.map((word) => Math.max(0, ...asked.map((one) => sameWord(one, word))));
      for (const { places, phrase } of others) {
        if (!phrase.every((word) => words.includes(word))) continue;
        for (const place of places) found[place] = Math.max(found[place] ?? 0, synonymMatch);
        words.forEach((word, index) => {
          if (phrase.includes(word)) own[index] = Math.max(own[index] ?? 0, synonymMatch);
        });
      }
      const ofQuestion = sum(found.map((one, index) => one * (weights[index] ?? 0))) / total;
      const ofName = sum(own.map((one, index) => one * weightOf(words[index] ?? ''))) / whole;
      const score = weight * ofQuestion * (0.4 + 0.6 * ofName);
      if (score > 0.02 && score > (scores.get(document) ?? 0)) scores.set(document, score);
    }
    return scores;
  };
}

/** Other ways to say a part of the question, and the places of the words that they stand for. */
function otherWays(asked: readonly string[], groups: readonly string[][][]): { places: number[]; phrase: string[] }[] {
  return groups.flatMap((group) => {
    const said = group.find((phrase) => phrase.every((word) => asked.some((one) => sameWord(one, word) > 0)));
    if (!said) return [];
    const places = asked.flatMap((one, place) => (said.some((word) => sameWord(one, word) > 0) ? [place] : []));
    return group.filter((phrase) => phrase !== said).map((phrase) => ({ places, phrase }));
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
