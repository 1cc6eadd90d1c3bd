import type {
  BatchWriteParams,
  BrowseParamsObject,
  Condition,
  Consequence,
  DeleteByParams,
  GetObjectsParams,
  IndexSettings,
  OperationIndexParams,
  PromoteObjectID,
  Rule,
  SearchForFacetsOptions,
  SearchForFacetValuesRequest,
  SearchForHitsOptions,
  SearchParamsObject,
  SearchRulesParams,
  SearchSynonymsParams,
  SynonymHit,
} from 'algoliasearch';
import { z } from 'zod';

/**
 * The bodies that the double takes, each strict: an unknown name or a wrong kind is refused. Every name and kind must be one of the client's own types, or
 * the type check fails; what the double cannot do it does not know.
 */
function shapeOf<T>() {
  return <S extends { [Name in keyof S]: Name extends keyof T ? z.ZodType<T[Name]> : never }>(shape: S) => z.strictObject(shape);
}

const text = z.string();
const flag = z.boolean();
const whole = z.int().min(0);
const names = z.array(text);
const language = z.enum(['en', 'es']);
const filters = z.union([text, z.array(z.union([text, names]))]);

const search = {
  query: text.optional(),
  page: whole.optional(),
  hitsPerPage: whole.max(1000).optional(),
  distinct: z.union([flag, z.int().min(0).max(4)]).optional(),
  facets: names.optional(),
  facetFilters: filters.optional(),
  maxValuesPerFacet: whole.optional(),
  attributesToRetrieve: names.optional(),
  attributesToHighlight: names.optional(),
  attributesToSnippet: names.optional(),
  highlightPreTag: text.optional(),
  highlightPostTag: text.optional(),
  snippetEllipsisText: text.optional(),
  typoTolerance: z.union([flag, z.enum(['min', 'strict', 'true', 'false'])]).optional(),
  removeWordsIfNoResults: z.enum(['none', 'lastWords', 'firstWords', 'allOptional']).optional(),
  queryLanguages: z.array(language).optional(),
  enableRules: flag.optional(),
  analytics: flag.optional(),
  clickAnalytics: flag.optional(),
  enablePersonalization: flag.optional(),
  getRankingInfo: flag.optional(),
};

export const searchParams = shapeOf<SearchParamsObject>()(search);
export const browseParams = shapeOf<BrowseParamsObject>()({ ...search, cursor: text.optional() });

const forHits = shapeOf<SearchForHitsOptions & SearchParamsObject>()({ ...search, indexName: text, type: z.literal('default').optional() });
const forFacets = shapeOf<SearchForFacetsOptions & SearchParamsObject>()({
  ...search,
  indexName: text,
  type: z.literal('facet'),
  facet: text,
  facetQuery: text.optional(),
  maxFacetHits: whole.max(100).optional(),
});
export const searches = z.strictObject({
  requests: z.array(z.union([forHits, forFacets])).min(1),
  strategy: z.enum(['none', 'stopIfEnoughMatches']).optional(),
});
export const facetValues = shapeOf<SearchForFacetValuesRequest>()({ params: text.optional(), facetQuery: text.optional(), maxFacetHits: whole.optional() });

export const settings = shapeOf<IndexSettings>()({
  searchableAttributes: names.optional(),
  attributesForFaceting: names.optional(),
  attributeForDistinct: text.optional(),
  distinct: z.union([flag, z.int().min(0).max(4)]).optional(),
  customRanking: z.array(text.regex(/^(asc|desc)\(\w+\)$/)).optional(),
  attributesToSnippet: z.array(text.regex(/^\w+(:\d+)?$/)).optional(),
  attributesToHighlight: names.optional(),
  attributesToRetrieve: names.optional(),
  unretrievableAttributes: names.optional(),
  minWordSizefor1Typo: whole.optional(),
  minWordSizefor2Typos: whole.optional(),
  typoTolerance: z.union([flag, z.enum(['min', 'strict', 'true', 'false'])]).optional(),
  disableTypoToleranceOnWords: names.optional(),
  ignorePlurals: z.union([flag, z.array(language)]).optional(),
  removeStopWords: z.union([flag, z.array(language)]).optional(),
  removeWordsIfNoResults: z.enum(['none', 'lastWords', 'firstWords', 'allOptional']).optional(),
  queryLanguages: z.array(language).optional(),
  indexLanguages: z.array(language).optional(),
  enableRules: flag.optional(),
  enablePersonalization: flag.optional(),
  snippetEllipsisText: text.optional(),
  highlightPreTag: text.optional(),
  highlightPostTag: text.optional(),
  hitsPerPage: whole.optional(),
  maxValuesPerFacet: whole.optional(),
  userData: z.record(text, z.unknown()).optional(),
});

export const batch = shapeOf<BatchWriteParams>()({
  requests: z.array(
    z.strictObject({
      action: z.enum(['addObject', 'updateObject', 'partialUpdateObject', 'partialUpdateObjectNoCreate', 'deleteObject']),
      body: z.record(text, z.unknown()),
    }),
  ),
});
export const object = z.record(text, z.unknown());
export const objects = shapeOf<GetObjectsParams>()({
  requests: z.array(z.strictObject({ indexName: text, objectID: text, attributesToRetrieve: names.optional() })).max(1000),
});
export const operation = shapeOf<OperationIndexParams>()({
  operation: z.enum(['move', 'copy']),
  destination: text.min(1),
  scope: z.array(z.enum(['settings', 'synonyms', 'rules'])).optional(),
});
/** An empty filter would delete everything: Algolia refuses it. */
export const deletion = shapeOf<DeleteByParams>()({ facetFilters: filters });

/** Both directions or one; the other kinds of synonyms are not used here. */
const synonym = shapeOf<SynonymHit>()({
  objectID: text.min(1),
  type: z.enum(['synonym', 'onewaysynonym', 'oneWaySynonym']),
  synonyms: z.array(text.min(1)).min(1).max(100),
  input: text.min(1).optional(),
});
export const synonyms = z.array(synonym);
export const synonymSearch = shapeOf<SearchSynonymsParams>()({
  query: text.optional(),
  type: z.enum(['synonym', 'onewaysynonym']).optional(),
  page: whole.optional(),
  hitsPerPage: whole.max(1000).optional(),
});

const condition = shapeOf<Condition>()({
  pattern: text.regex(/^(?:[^{}\\:*]|\\[{}\\:*])*$/, 'invalid pattern'),
  anchoring: z.enum(['is', 'startsWith', 'endsWith', 'contains']),
  alternatives: flag.optional(),
}).refine(({ pattern, anchoring }) => pattern.trim() || anchoring === 'is', 'an empty pattern needs the anchoring is');
const promotion = shapeOf<PromoteObjectID>()({ objectID: text.min(1), position: whole.max(300) });
const consequence = shapeOf<Consequence>()({ promote: z.array(promotion).max(300).optional(), filterPromotes: flag.optional() });
const rule = shapeOf<Rule>()({
  objectID: text.min(1),
  conditions: z.array(condition).max(25).optional(),
  consequence,
  description: text.optional(),
  enabled: flag.optional(),
});
export const rules = z.array(rule);
export const ruleSearch = shapeOf<SearchRulesParams>()({
  query: text.optional(),
  page: whole.optional(),
  hitsPerPage: whole.max(1000).optional(),
});
