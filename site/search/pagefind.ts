import type { Locale } from '../../cms/library/locales.ts';
import { pagefindFolder } from '../../cms/library/pagefindFiles.ts';
import { isPublicCollection } from '../../cms/library/sections.ts';
import { pointerOf } from './pointer.ts';
import type { SearchHit, SearchProvider } from './provider.ts';
import { segmentsBetween, segmentsOf } from './segments.ts';
import { sitePath } from './sitePath.ts';

/** What we use of Pagefind's own script, which stands beside its index. https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(q: string): Promise<{ results: { data(): Promise<Fragment> }[] }>;
}
interface Fragment {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
  sub_results: { url: string; title: string }[];
}

/** How many sections of a page stand under its result. */
const sectionsShown = 3;

/** Searches in the browser, in files of this site: the words of a search leave the device for nowhere. */
export function pagefindProvider(locale: Locale): SearchProvider {
  const opened = new Map<string, Promise<Pagefind>>();

  async function current(): Promise<Pagefind> {
    const { index } = await pointerOf(locale);
    const engine = opened.get(index) ?? open(index);
    opened.set(index, engine);
    engine.catch(() => opened.delete(index));
    return engine;
  }

  return {
    async warm() {
      await current();
    },
    async search({ q, size }) {
      const { results } = await (await current()).search(q);
      const fragments = await Promise.all(results.slice(0, size).map((result) => result.data()));
      const hits = fragments.flatMap((fragment) => hitOf(fragment, q, locale) ?? []);
      return { total: results.length - (fragments.length - hits.length), hits };
    },
  };
}

async function open(index: string): Promise<Pagefind> {
  const engine = (await import(/* @vite-ignore */ `/${pagefindFolder}/${index}/pagefind.js`)) as Pagefind;
  // Other names of a thing count nearly as much as its title, whose weight is 5.
  await engine.options({ baseUrl: '/', excerptLength: 28, ranking: { metaWeights: { alsoCalled: 3 } } });
  await engine.init();
  return engine;
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
