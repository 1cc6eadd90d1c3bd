import { foldedWords } from '../../library/foldedWords.ts';
import type { Locale } from '../../library/locales.ts';
import type { SearchDocument } from '../../library/searchDocuments.ts';
import { encoded } from '../../library/vocabulary.ts';
import { everydayWords } from './everydayWords.ts';

/** Short words and numbers are left out: nobody could tell what a wrong one was meant to be. */
const counted = /^\p{Ll}{3,30}$/u;

/** Counts in how many documents each word stands. */
export function wordCounter(locale: Locale): { add(document: SearchDocument): void; written(): string } {
  const counts = new Map<string, number>();
  return {
    add({ title, summary, alsoCalled, topics, sections }) {
      const text = [title, summary, ...alsoCalled, ...topics, ...sections.flatMap((section) => [section.heading, section.text])].join(' ');
      for (const word of new Set(foldedWords(text))) if (counted.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    written() {
      const grades = new Map(everydayWords[locale].map((word) => [word, 0]));
      for (const [word, count] of counts) grades.set(word, 1 + Math.floor(Math.log2(count)));
      return encoded(grades);
    },
  };
}
