import type { Page, Request } from 'playwright-core';
import { buildIndex } from '../../../cms/search/pagefind/buildIndex.ts';
import { launchBrowser } from '../../support/browser.ts';
import { pressedSite } from '../../support/pressedSite.ts';
import { scaledLibrary } from '../../support/scaledLibrary.ts';

interface Searched {
  /** What the first query fetched of the index, as it came over the wire. */
  firstBytes: number;
  /** Milliseconds of each query after the first, each word known to nobody before. */
  times: number[];
}

/** Types queries into the real search page over the index of a made-up library of `size` documents, the first of them once more to be warm. */
export async function searchInBrowser(size: number, queries: readonly string[]): Promise<Searched> {
  const [site, browser] = await Promise.all([pressedSite(), launchBrowser()]);
  try {
    await buildIndex(scaledLibrary(size), 'en', site.outDir);
    const page = await browser.newPage();
    const fetched: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().includes('/pagefind/')) fetched.push(request);
    });
    await page.goto(`${site.origin}/en/search/`);
    const [first = ''] = queries;
    await search(page, first);
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(fetched.map((request) => request.sizes()));
    const firstBytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    // A second time round every piece of the index that a query needs is there.
    for (const q of queries) await search(page, q);
    const times: number[] = [];
    for (const q of queries) times.push(await search(page, q));
    return { firstBytes, times };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Milliseconds from the question to its answer. */
async function search(page: Page, q: string): Promise<number> {
  await page.evaluate(() => performance.clearMeasures());
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').fill(q);
  await page.waitForFunction(() => performance.getEntriesByName('alongside-search').length > 0);
  return page.evaluate(() => performance.getEntriesByName('alongside-search').at(-1)?.duration ?? 0);
}
