import type { IndexSettings, SynonymHit } from 'algoliasearch';
import type { Locale } from '../../library/locales.ts';
import type { Library } from '../../library/types.ts';

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
  };
}

/** The synonym groups that staff wrote for a language, in both directions. */
export function synonymsIn(library: Library, locale: Locale): SynonymHit[] {
  return library.search.synonyms
    .filter((group) => group.locale === locale && group.words.length > 1)
    .map(({ words }, index) => ({ objectID: `group-${index}`, type: 'synonym', synonyms: words }));
}
