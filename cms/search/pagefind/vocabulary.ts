import { foldedWords } from '../../library/foldedWords.ts';
import type { SearchDocument } from '../../library/searchDocuments.ts';
import { encoded } from '../../library/vocabulary.ts';

/** Short words and numbers are left out: nobody could tell what a wrong one was meant to be. */
const counted = /^\p{Ll}{3,30}$/u;

/** Counts in how many documents each word stands. */
export function wordCounter(): { add(document: SearchDocument): void; written(): string } {
  const counts = new Map<string, number>();
  return {
    add({ title, summary, alsoCalled, topics, sections }) {
      const text = [title, summary, ...alsoCalled, ...topics, ...sections.flatMap((section) => [section.heading, section.text])].join(' ');
      for (const word of new Set(foldedWords(text))) if (counted.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    written: () => encoded(new Map([...counts].map(([word, count]) => [word, 1 + Math.floor(Math.log2(count))]))),
  };
}
