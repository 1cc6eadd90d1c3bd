import type { IndexSettings, Rule, SynonymHit } from 'algoliasearch';
import type { Locale } from '../../library/locales.ts';
import { toSearchDocument } from '../../library/searchDocuments.ts';
import type { Library } from '../../library/types.ts';
import { docIdOf, objectIdOf } from './records.ts';

/** How Algolia ranks: names before headings before text, one result a document, forgiving to tired fingers. */
export function indexSettings(locale: Locale): IndexSettings {
  return {
    searchableAttributes: ['unordered(title)', 'unordered(alsoCalled)', 'unordered(heading)', 'content'],
    attributesForFaceting: ['kind', 'topics', 'stages', 'audience'],
    attributeForDistinct: 'docId',
    distinct: true,
    customRanking: ['asc(position)'],
    attributesToSnippet: ['content:28'],
    attributesToHighlight: ['title', 'heading'],
    minWordSizefor1Typo: 3,
    minWordSizefor2Typos: 7,
    ignorePlurals: true,
    removeStopWords: true,
    removeWordsIfNoResults: 'allOptional',
    queryLanguages: [locale],
    indexLanguages: [locale],
    enablePersonalization: false,
  };
}

/** The synonym groups that staff wrote for a language, in both directions. */
export function synonymsIn(library: Library, locale: Locale): SynonymHit[] {
  return library.search.synonyms
    .filter((group) => group.locale === locale)
    .map(({ words }) => words.map(plain).filter(Boolean))
    .filter((words) => words.length > 1)
    .map((synonyms, index) => ({ objectID: `group-${index}`, type: 'synonym', synonyms }));
}

/** The answers that staff promoted for a language: whoever types those words finds that document first, unless a filter leaves it out. */
export function rulesIn(library: Library, locale: Locale): Rule[] {
  return library.search.promoted
    .filter((promoted) => promoted.locale === locale)
    .flatMap(({ words, document: ref }) => {
      const pattern = plain(words);
      if (!pattern || !toSearchDocument(library, ref, locale)) return [];
      return [{ pattern, objectID: objectIdOf(docIdOf({ ref, locale }), 0) }];
    })
    .map(({ pattern, objectID }, index) => ({
      objectID: `promoted-${index}`,
      conditions: [{ pattern: pattern.replace(/[{}\\:*]/g, '\\$&'), anchoring: 'contains', alternatives: true }],
      consequence: { promote: [{ objectID, position: 0 }], filterPromotes: true },
    }));
}

/** One line of words as somebody would type them. */
function plain(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
