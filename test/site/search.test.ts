import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Library } from '../../cms/library/types.ts';
import { createAlgoliaIndexer } from '../../cms/search/algolia/index.ts';
import { createPagefindIndexer, type PagefindIndexer } from '../../cms/search/pagefind/index.ts';
import { type AlgoliaDouble, appId, searchKey, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { fixtureLibrary, fixtureSettings } from '../support/fixtureLibrary.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

const library = fixtureLibrary();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the browser complained about, such as a breach of the Content-Security-Policy. */
let complaints: string[];
/** The hosts that the page asked. */
let hosts: Set<string>;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ bypassCSP: false });
  page = await context.newPage();
  complaints = [];
  hosts = new Set();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
});
afterEach(() => context.close());

async function index(site: PressedSite, of: Library): Promise<PagefindIndexer> {
  const indexer = createPagefindIndexer({
    outDir: site.outDir,
    delay: 0,
    onError: (error) => {
      throw error;
    },
  });
  indexer.sync(of);
  await indexer.settled();
  return indexer;
}

/** The results as a reader finds them: each link with its words. */
function results() {
  return page.locator('.search-results ol > li > a');
}

function status() {
  return page.getByRole('status');
}

async function search(words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.waitForFunction((q) => document.querySelector('[role=status]')?.textContent?.includes(q), words);
}

/** What nobody means and somebody types. */
const awkward: [string, string][] = [
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['emoji', '😭😭 🍺'],
  ['text from right to left', 'ابني يشرب'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a regular expression', '(a+)+$ [z-'],
  ['filter syntax', 'kind:terms AND NOT topics:"x" OR 1=1'],
  ['a control character', 'first\u0000 \u0007week'],
];

/** The size of a file on its way to a browser, compressed. */
function sentBytes(url: string): Promise<number> {
  return new Promise((done, failed) => {
    get(url, { headers: { 'Accept-Encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      response.on('end', () => done(bytes));
      response.on('error', failed);
    }).on('error', failed);
  });
}

/** Breaches of WCAG 2.2 AA on the whole page, and of axe's good practice in the search. */
async function axeProblems(): Promise<string[]> {
  // The page's policy forbids inline scripts, and so it should: axe comes in by the debugger.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const whole = await run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    const island = await run('.search', { runOnly: ['best-practice'] });
    return [...whole.violations, ...island.violations].flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 200)}`));
  });
}

describe("search by the site's own index", () => {
  let site: PressedSite;
  let indexer: PagefindIndexer;
  beforeAll(async () => {
    site = await pressedSite();
    indexer = await index(site, library);
  });
  afterAll(() => site.close());

  const open = (path: string) => page.goto(site.origin + path);

  test.each([
    ['en', '/en/search/', 'fight', '/en/guides/setting-a-boundary/'],
    ['es', '/es/buscar/', 'limites', '/es/guias/poner-un-limite/'],
    ['en, at home', '/en/', 'fight', '/en/guides/setting-a-boundary/'],
    ['en, by a synonym', '/en/search/', 'limit', '/en/guides/setting-a-boundary/'],
  ])('finds a guide while the reader types (%s)', async (_, path, words, guide) => {
    await open(path);
    await search(words);
    expect(await results().evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain(guide);
    expect([...hosts]).toEqual([new URL(site.origin).host]);
    expect(complaints).toEqual([]);
  });

  test('marks the words, groups the results by kind, and leads to sections', async () => {
    await open('/en/search/');
    await search('fight');
    expect(await page.locator('.search-results h2').allTextContents()).toContain('Guides');
    expect((await page.locator('.search-results mark').allTextContents()).map((word) => word.toLowerCase())).toContain('fight');
    await search('car');
    const section = page.locator('.search-results ul a').first();
    await section.click();
    await page.waitForURL(/#/);
    expect(await page.locator(new URL(page.url()).hash).count()).toBe(1);
  });

  test('works by keyboard: / leads to the box, Tab to the results, Enter opens one, and going back finds the results again', async () => {
    await open('/en/search/');
    await expect
      .poll(async () => {
        await page.keyboard.press('/');
        return page.evaluate(() => document.activeElement?.getAttribute('type'));
      })
      .toBe('search');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.keyboard.type('fight');
    await results().first().waitFor();
    const first = await results().first().getAttribute('href');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('q')).toBe('fight');
    for (let step = 0; step < 12 && (await page.evaluate(() => document.activeElement?.getAttribute('href'))) !== first; step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${first}`);
    await page.goBack();
    await results().first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('fight');
    expect(await status().textContent()).toMatch(/found for “fight”/);
  });

  test('lets the / key be turned off, and on again, and forgets it with the tab', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('type'));
    await open('/en/');
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
    await page.getByRole('button', { name: 'Turn that off' }).press('Enter');
    await page.keyboard.press('/');
    expect(await focused()).toBe('button');
    await open('/en/search/');
    await page.keyboard.press('/');
    expect(await focused()).not.toBe('search');
    await page.getByRole('searchbox').focus();
    await page.getByRole('button', { name: 'Turn it on' }).press('Enter');
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('has no such key, and no line about it, on a telephone', async () => {
    const telephone = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
    const small = await telephone.newPage();
    await small.goto(`${site.origin}/en/search/`);
    await small.keyboard.press('/');
    expect(await small.evaluate(() => document.activeElement?.getAttribute('type'))).not.toBe('search');
    await small.getByRole('searchbox').fill('fight');
    await small.locator('.search-results').waitFor();
    expect(await small.getByRole('button', { name: 'Turn that off' }).count()).toBe(0);
    await telephone.close();
  });

  test('on the home page leads to the search page with the words', async () => {
    await open('/es/');
    await page.getByRole('searchbox').fill('semana');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/es/buscar/?q=semana');
    await results().first().waitFor();
  });

  test('that finds nothing offers a person to ask, help now, and the topics', async () => {
    await open('/es/buscar/?q=xyzzyqwert');
    await page.locator('.search-help').waitFor();
    expect(await status().textContent()).toBe('No se encontró nada para «xyzzyqwert»');
    const links = await page.locator('.search-help a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links[0]).toMatch(/^tel:\+?\d+$/);
    expect(links[1]).toBe('/es/ayuda-urgente/');
    expect(links.filter((href) => /^tel:(911|988)$/.test(href))).not.toEqual([]);
    expect(links).toContain('/es/preguntas/');
    expect(links.filter((href) => href.startsWith('/es/temas/'))).toHaveLength(library.documents.topics.size);
    expect(await page.locator('.search-help').textContent()).toContain(library.program.text.es.hours);
  });

  test('shows what a reader typed, and what staff wrote, as text', async () => {
    await open(`/en/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await page.locator('.search-help, .search-results').first().waitFor();
    expect(await page.locator('.search img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test.each(awkward)('answers %s without an error, and sends it nowhere', async (_, words) => {
    await open(`/en/search/?q=${encodeURIComponent(words)}`);
    await page.locator('.search-help, .search-results').first().waitFor();
    expect(await status().textContent()).not.toContain('does not work');
    expect([...hosts]).toEqual([new URL(site.origin).host]);
    expect(complaints).toEqual([]);
  });

  test('is quiet about an empty question', async () => {
    await open('/en/search/?q=%20%20');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Enter');
    expect(await status().textContent()).toBe('');
    expect(await page.locator('.search-help, .search-results').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('mends what is misspelled, says so, and searches the words as typed where the reader meant them', async () => {
    await open('/en/search/?q=boundery');
    await page.getByText('These results are for “boundary”.').waitFor();
    expect(await results().evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain('/en/guides/setting-a-boundary/');
    await page.getByRole('button', { name: 'Search for “boundery” as you typed it' }).press('Enter');
    await expect.poll(() => page.getByText('These results are for').count()).toBe(0);
  });

  test('suggests pages by their names from the second letter on, by arrow keys too, and is closed by Escape', async () => {
    await open('/en/search/');
    const box = page.getByRole('searchbox');
    const suggestions = page.getByRole('list', { name: 'Pages by their names' }).getByRole('link');
    await box.pressSequentially('b');
    await page.waitForTimeout(300);
    expect(await suggestions.count()).toBe(0);
    await box.pressSequentially('ou');
    await suggestions.first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await suggestions.first().evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await axeProblems()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await suggestions.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('narrows the results by keyboard, shows by what, and finds it again when the reader goes back', async () => {
    await open('/en/search/?q=boundary');
    await results().first().waitFor();
    const all = await results().count();
    await page.locator('.search-filters summary').press('Enter');
    await page.getByRole('checkbox', { name: 'Glossary' }).press('Space');
    await expect.poll(() => results().count()).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.getAll('kind')).toEqual(['terms']);
    expect(await axeProblems()).toEqual([]);
    await results().first().click();
    await page.waitForURL('**/glossary/**');
    await page.goBack();
    await page.getByRole('button', { name: 'No longer only: Glossary' }).click();
    await expect.poll(() => results().count()).toBe(all);
    await page.goBack();
    await page.getByRole('button', { name: 'No longer only: Glossary' }).waitFor();
  });

  test.each(['/en/search/?q=boundery', '/es/buscar/?q=xyzzyqwert'])('fits a narrow window at 200 %% zoom: %s', async (path) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await open(path);
    await page.locator('.search-help, .search-results').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('says when it does not work, and offers the same help', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await open('/en/search/?q=fight');
    await page.locator('.search-help').waitFor();
    expect(await status().textContent()).toBe('The search does not work right now.');
    expect(await axeProblems()).toEqual([]);
  });

  test.each([
    ['at rest', '/en/search/', '.find'],
    ['with results', '/en/search/?q=boundary', '.search-results'],
    ['with results in Spanish, some in English', '/es/buscar/?q=home', '.search-results'],
    ['with nothing found', '/es/buscar/?q=xyzzyqwert', '.search-help'],
    ['on the home page', '/en/?q=fight', '.search-results'],
  ])('has no accessibility problem that axe knows, %s, in light and dark', async (_, path, shown) => {
    await open(path);
    await page.locator(shown).first().waitFor();
    expect(await axeProblems()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeProblems()).toEqual([]);
  });

  /** The scripts of the site that the page has fetched until now. */
  function scriptsOf(reading: Page): Set<string> {
    const scripts = new Set<string>();
    reading.on('request', (request) => {
      if (/\/assets\/.*\.js$/.test(request.url())) scripts.add(request.url());
    });
    return scripts;
  }

  async function bytesOf(scripts: Iterable<string>): Promise<number> {
    let bytes = 0;
    for (const url of scripts) bytes += await sentBytes(url);
    return bytes;
  }

  // Home also keeps the dates of the next workshops true.
  test.each<[string, number, number]>([
    ['/en/', 3, 2_200],
    ['/es/buscar/', 2, 1_000],
  ])('costs a reader of %s who does not search next to nothing', async (path, count, bytes) => {
    const scripts = scriptsOf(page);
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 600);
    await page.keyboard.press('Tab');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('script:not([src]):not([type="application/ld+json"])').count()).toBe(0);
    expect(scripts.size).toBe(count);
    expect(await bytesOf(scripts)).toBeLessThan(bytes);
  });

  test.each<[string, (reading: Page) => Promise<unknown>]>([
    ['the focus', (reading) => reading.getByRole('searchbox').focus()],
    ['a press', (reading) => reading.locator('.search-form label').dispatchEvent('pointerdown')],
    ['words that come without either', (reading) => reading.getByRole('searchbox').dispatchEvent('input')],
  ])('wakes up at %s', async (_, use) => {
    await page.goto(`${site.origin}/en/`, { waitUntil: 'networkidle' });
    const scripts = scriptsOf(page);
    await use(page);
    await expect.poll(() => scripts.size).toBeGreaterThan(1);
  });

  test('keeps the words, the caret and the focus of a reader who types before it is awake, and searches for them', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/assets/IslandScript*', async (route) => {
      await held;
      await route.continue();
    });
    await open('/en/search/');
    const box = page.getByRole('searchbox');
    await box.pressSequentially('ight');
    await box.press('Home');
    await box.press('f');
    expect(await status().textContent()).toBe('');
    release();
    await results().first().waitFor();
    expect(await box.evaluate((input: HTMLInputElement) => [input.value, input.selectionStart, document.activeElement === input])).toEqual(['fight', 1, true]);
    expect(new URL(page.url()).searchParams.get('q')).toBe('fight');
    expect(complaints).toEqual([]);
  });

  test('stays a plain form where its script does not arrive', async () => {
    await page.route('**/assets/IslandScript*', (route) => route.abort());
    await open('/en/');
    await page.getByRole('searchbox').fill('fight');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search/?q=fight');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  test('has browsers fetch at most 70 KB of scripts in all, of which React is 60', async () => {
    const scripts = scriptsOf(page);
    await open('/en/search/?q=fight');
    await results().first().waitFor();
    expect(scripts.size).toBeGreaterThan(2);
    expect(await bytesOf(scripts)).toBeLessThanOrEqual(70_000);
  });

  test('without JavaScript is a form that leads to the search page', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${site.origin}/en/`);
    await still.locator('.search input[name=q]').fill('limits');
    await still.locator('.search button').click();
    expect(still.url()).toBe(`${site.origin}/en/search/?q=limits`);
    await plain.close();
  });

  test('forgets a page that was withdrawn, at once, and its index follows', async () => {
    const without = { ...library, documents: { ...library.documents, articles: new Map([...library.documents.articles].filter(([id]) => id !== 'a1')) } };
    const slow = createPagefindIndexer({
      outDir: site.outDir,
      delay: 2_000,
      onError: (error) => {
        throw error;
      },
    });
    const { withdrawn } = slow.sync(without);
    expect(withdrawn).toEqual(['/en/guides/setting-a-boundary/', '/es/guias/poner-un-limite/']);
    const found = async () => {
      await open('/en/search/');
      await search('fight');
      return results().evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    };
    expect(await found()).not.toContain('/en/guides/setting-a-boundary/');
    await slow.settled();
    const pointer = JSON.parse(await readFile(`${site.outDir}/pagefind/en.json`, 'utf8')) as object;
    expect(pointer).toMatchObject({ withdrawn: [] });
    expect(await found()).not.toContain('/en/guides/setting-a-boundary/');
    indexer.sync(library);
    await indexer.settled();
    expect(await found()).toContain('/en/guides/setting-a-boundary/');
  });
});

describe('search by Algolia', () => {
  let site: PressedSite;
  let algolia: AlgoliaDouble;
  beforeAll(async () => {
    algolia = await startAlgolia();
    site = await pressedSite({ settings: { ...fixtureSettings, algolia: { appId, searchKey, host: algolia.host } } });
    await createAlgoliaIndexer({ appId, writeKey, host: algolia.host }).sync(library, 'everything');
    await index(site, library);
  });
  afterAll(async () => {
    await site.close();
    await algolia.close();
  });
  beforeEach(() => {
    algolia.fault = 'none';
    algolia.log.length = 0;
  });

  async function submit(words: string): Promise<void> {
    await page.goto(`${site.origin}/en/search/`);
    await page.getByRole('searchbox').pressSequentially(words);
    await page.waitForTimeout(400);
    expect(algolia.log).toEqual([]);
    await page.keyboard.press('Enter');
    await results().first().waitFor();
  }

  test('asks only when the reader submits, says so, and asks without analytics', async () => {
    await submit('fight');
    expect(await results().first().getAttribute('href')).toBe('/en/guides/setting-a-boundary/');
    expect(await page.locator('.search-results mark').first().textContent()).toMatch(/fight/i);
    expect(await page.locator('.search-note').first().textContent()).toContain('Algolia');
    expect(algolia.log).toHaveLength(1);
    expect(algolia.log[0]).toMatchObject({ key: searchKey, body: { requests: [{ query: 'fight', analytics: false, clickAnalytics: false }] } });
    expect(complaints).toEqual([]);
    expect(await axeProblems()).toEqual([]);
  });

  test('leads to a section by its heading', async () => {
    await submit('hard evening');
    expect(await page.locator('.search-results ul a').first().getAttribute('href')).toBe('/en/guides/setting-a-boundary/#what-you-can-say');
  });

  test.each(['hang', 500] as const)("goes on in the site's own index when Algolia does not answer (%s)", async (fault) => {
    algolia.fault = fault;
    const start = performance.now();
    await submit('fight');
    expect(performance.now() - start).toBeLessThan(6_000);
    expect(await results().first().getAttribute('href')).toBe('/en/guides/setting-a-boundary/');
  });

  test('never leads to a page elsewhere, whatever stands in the index', async () => {
    const stored = algolia.store.existing('alongside_en').objects;
    const record = stored.get('articles:a1:en#0');
    stored.set('evil#0', { ...record, objectID: 'evil#0', docId: 'evil', path: 'https://elsewhere.example.org/', title: 'fight <img src=x onerror=alert(1)>' });
    await submit('fight');
    expect(await results().evaluateAll((links) => links.filter((link) => (link as HTMLAnchorElement).origin !== location.origin).length)).toBe(0);
    stored.delete('evil#0');
  });

  test('on the home page sends nothing before the words are submitted, and shows at once whom to call', async () => {
    await page.goto(`${site.origin}/en/`);
    await page.getByRole('searchbox').pressSequentially('overdose');
    await page.getByRole('alert').locator('a[href="tel:911"]').first().waitFor();
    await page.getByRole('searchbox').fill('fight');
    await page.waitForTimeout(400);
    expect(algolia.log).toEqual([]);
    await page.keyboard.press('Enter');
    await results().first().waitFor();
    expect(page.url()).toBe(`${site.origin}/en/search/?q=fight`);
    expect(algolia.log).toHaveLength(1);
  });

  test('suggests pages by their names from this device', async () => {
    await page.goto(`${site.origin}/en/search/`);
    await page.getByRole('searchbox').pressSequentially('bo');
    await page.getByRole('list', { name: 'Pages by their names' }).getByRole('link').first().waitFor();
    expect(await status().textContent()).toMatch(/have such a name|has such a name/);
    expect(algolia.log).toEqual([]);
  });

  test('stays on this device where the reader wants that, and keeps it in the address', async () => {
    await page.goto(`${site.origin}/en/search/`);
    await page.getByRole('searchbox').focus();
    await page.getByRole('button', { name: 'Search on this device instead' }).click();
    await page.getByText('Your words stay on this device.').waitFor();
    await search('fight');
    await results().first().waitFor();
    await page.reload();
    await results().first().waitFor();
    expect(new URL(page.url()).searchParams.get('device')).toBe('1');
    expect(algolia.log).toEqual([]);
  });

  test('is what the privacy page says', async () => {
    await page.goto(`${site.origin}/en/privacy/`);
    await page.getByText('When you press Search, your words go to a company called Algolia').waitFor({ timeout: 5_000 });
  });

  test('narrows what Algolia finds', async () => {
    await page.goto(`${site.origin}/en/search/?q=boundary&kind=terms`);
    await results().first().waitFor();
    expect(algolia.log[0]).toMatchObject({ body: { requests: [{ facetFilters: [['kind:terms']] }] } });
    for (const href of await results().evaluateAll((links) => links.map((link) => link.getAttribute('href')))) expect(href).toMatch(/^\/en\/glossary\//);
  });

  test.each(awkward)('answers %s without an error', async (_, words) => {
    await page.goto(`${site.origin}/en/search/?q=${encodeURIComponent(words)}`);
    await page.locator('.search-help, .search-results').first().waitFor();
    expect(await status().textContent()).not.toContain('does not work');
    expect(complaints).toEqual([]);
  });
});
