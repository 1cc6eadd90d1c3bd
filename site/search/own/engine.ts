import { pagefindFolder } from '../../../cms/library/pagefindFiles.ts';

/** What we use of Pagefind's own script, which stands beside its index. https://pagefind.app/docs/api/ */
export interface Engine {
  options(options: object): Promise<void>;
  init(language?: string): Promise<void>;
  search(q: string | null, options?: { filters?: EngineFilters }): Promise<{ results: Found[] }>;
}

export type EngineFilters = Record<string, { any: string[] }>;

/** A page that has a word. What it says is fetched by `data`. */
export interface Found {
  id: string;
  score: number;
  data(): Promise<Fragment>;
}

export interface Fragment {
  /** Its address on this site. */
  url: string;
  /** HTML of which only `<mark>` is not escaped. */
  excerpt: string;
  meta: Record<string, string | undefined>;
  sub_results: { url: string; title: string }[];
}

/** Weights found with the judged set (test/search): a title before other names of a thing, and many times the same word no more than a few. */
export const engineOptions = {
  baseUrl: '/',
  excerptLength: 28,
  ranking: { termSimilarity: 3, termFrequency: 0.5, metaWeights: { title: 7, alsoCalled: 3 } },
};

export async function openEngine(index: string): Promise<Engine> {
  const engine = (await import(/* @vite-ignore */ `/${pagefindFolder}/${index}/pagefind.js`)) as Engine;
  await engine.options(engineOptions);
  await engine.init();
  return engine;
}
