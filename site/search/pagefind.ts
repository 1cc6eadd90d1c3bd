import type { Locale } from '../../cms/library/locales.ts';
import { isPublicCollection } from '../../cms/library/sections.ts';
import { type Filters, facets } from './asked.ts';
import type { EngineFilters, Fragment } from './own/engine.ts';
import { findPages, type OwnIndex } from './own/findPages.ts';
import { openIndex } from './own/openIndex.ts';
import { pointerOf } from './pointer.ts';
import type { SearchHit, SearchProvider } from './provider.ts';
import { segmentsBetween, segmentsOf } from './segments.ts';
import { sitePath } from './sitePath.ts';

/** How many sections of a page stand under its result. */
const sectionsShown = 3;

/** Searches in the browser, in files of this site: the words of a search leave the device for nowhere. */
export function pagefindProvider(locale: Locale): SearchProvider {
  const opened = new Map<string, Promise<OwnIndex>>();

  async function current(): Promise<OwnIndex> {
    const { index } = await pointerOf(locale);
    const own = opened.get(index) ?? openIndex(index, locale);
    opened.set(index, own);
    own.catch(() => opened.delete(index));
    return own;
  }

  return {
    async warm() {
      await current();
    },
    async search({ q, size, filters, literally = false }) {
      const narrowed = engineFilters(filters);
      const { pages, corrected } = await findPages(await current(), q, { literally, ...(narrowed && { filters: narrowed }) });
      const fragments = await Promise.all(pages.slice(0, size).map((page) => page.data()));
      const hits = fragments.flatMap((fragment) => hitOf(fragment, corrected ?? q, locale) ?? []);
      return { total: pages.length - (fragments.length - hits.length), hits, ...(corrected && { corrected }) };
    },
  };
}

/** One of the values of each field that is narrowed; nothing where none is. */
function engineFilters(filters: Filters): EngineFilters | undefined {
  const narrowed = facets.filter((facet) => filters[facet].length > 0);
  return narrowed.length > 0 ? Object.fromEntries(narrowed.map((facet) => [facet, { any: [...filters[facet]] }])) : undefined;
}

function hitOf({ url, excerpt, meta, sub_results }: Fragment, q: string, locale: Locale): SearchHit | undefined {
  const path = sitePath(url, location.origin);
  if (!path || !isPublicCollection(meta.kind)) return undefined;
  return {
    path,
    kind: meta.kind,
    lang: meta.lang === 'en' || meta.lang === 'es' ? meta.lang : locale,
    title: segmentsOf(meta.title ?? path, q),
    // Pagefind escapes the text around its marks; as segments it is plain text again.
    excerpt: segmentsBetween(withEllipses(excerpt), '<mark>', '</mark>').map((segment) => ({ ...segment, text: unescaped(segment.text) })),
    sections: sub_results
      .flatMap((section) => {
        const inPage = sitePath(section.url, location.origin);
        return inPage?.includes('#') ? [{ path: inPage, heading: segmentsOf(section.title, q) }] : [];
      })
      .slice(0, sectionsShown),
  };
}

/** Shows where an excerpt was cut out of a sentence. */
function withEllipses(excerpt: string): string {
  return excerpt.replace(/^(?=(?:<mark>)?\p{Ll})/u, '… ').replace(/(?<![.!?…:”»)])$/u, '…');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
