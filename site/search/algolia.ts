import { liteClient } from 'algoliasearch/lite';
import { type AlgoliaRecord, algoliaHost, algoliaIndexName } from '../../cms/library/algolia.ts';
import type { Locale } from '../../cms/library/locales.ts';
import { isPublicCollection } from '../../cms/library/sections.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import { type Filters, facets, isNarrowed } from './asked.ts';
import type { SearchHit, SearchProvider, Segment } from './provider.ts';
import { segmentsBetween } from './segments.ts';
import { sitePath } from './sitePath.ts';

type AlgoliaSettings = NonNullable<SiteSettings['algolia']>;
type Marked = Partial<Record<'title' | 'heading' | 'content', { value: string }>>;
type AlgoliaHit = AlgoliaRecord & { _highlightResult?: Marked; _snippetResult?: Marked };

/** Marks that no text has: characters of the private use area. */
const [open, close] = ['\uE000', '\uE001'] as const;

/** How many sections of a page stand under its result. */
const sectionsShown = 3;

/** Searches at Algolia, without analytics, user tokens or cookies: what families search for is nobody's business. */
export function algoliaProvider({ appId, searchKey, host }: AlgoliaSettings, locale: Locale): SearchProvider {
  const client = liteClient(appId, searchKey, host ? { hosts: [algoliaHost(host)] } : {});
  return {
    warm: () => Promise.resolve(),
    async search({ q, size, filters }) {
      const { results } = await client.searchForHits<AlgoliaHit>({
        requests: [
          {
            indexName: algoliaIndexName(locale),
            query: q,
            hitsPerPage: size,
            distinct: sectionsShown,
            ...(isNarrowed(filters) && { facetFilters: facetFilters(filters) }),
            analytics: false,
            clickAnalytics: false,
            enablePersonalization: false,
            attributesToHighlight: ['title', 'heading'],
            attributesToSnippet: ['content:28'],
            highlightPreTag: open,
            highlightPostTag: close,
          },
        ],
      });
      const [answer] = results;
      if (!answer) throw new Error('Algolia answered without a result.');
      const hits = byDocument(answer.hits).flatMap((records) => hitOf(records, location.origin) ?? []);
      return { total: Math.max(answer.nbHits ?? 0, hits.length), hits };
    },
  };
}

/** One of the values of each field that is narrowed. A value may begin with '-', which Algolia would take for 'not'. */
function facetFilters(filters: Filters): string[][] {
  return facets.map((facet) => filters[facet].map((value) => `${facet}:${value.replace(/^-/, '\\-')}`)).filter((values) => values.length > 0);
}

/** The documents in the order of their best records. */
function byDocument(hits: readonly AlgoliaHit[]): AlgoliaHit[][] {
  const documents = new Map<string, AlgoliaHit[]>();
  for (const hit of hits) documents.set(hit.docId, [...(documents.get(hit.docId) ?? []), hit]);
  return [...documents.values()];
}

/** The records of one document are one hit, with its sections. */
function hitOf(records: readonly AlgoliaHit[], origin: string): SearchHit | undefined {
  const [best] = records;
  const path = best && sitePath(best.path, origin);
  if (!path || !isPublicCollection(best.kind)) return undefined;
  return {
    path,
    kind: best.kind,
    lang: best.lang,
    title: segments(best._highlightResult?.title?.value ?? best.title),
    excerpt: segments(best._snippetResult?.content?.value ?? ''),
    sections: records
      .filter((record) => record.anchor)
      .map((record) => ({
        path: `${path}#${encodeURIComponent(record.anchor)}`,
        heading: segments(record._highlightResult?.heading?.value ?? record.heading),
      })),
  };
}

function segments(value: string): Segment[] {
  return segmentsBetween(value, open, close);
}
