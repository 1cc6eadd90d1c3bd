import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPagefindIndexer } from '../../cms/search/pagefind/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { fixtureLibrary, fixtureSettings } from '../support/fixtureLibrary.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

let site: PressedSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([pressedSite(), launchBrowser()]);
  const indexer = createPagefindIndexer({
    outDir: site.outDir,
    delay: 0,
    onError: (error) => {
      throw error;
    },
  });
  indexer.sync(fixtureLibrary());
  await indexer.settled();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What holds the focus: its words, and what is wrong with how it shows (WCAG 2.4.7, 2.4.11): nothing, where a reader sees it whole with its outline. */
async function focused(page: Page): Promise<{ words: string; wrong: string }> {
  return page.evaluate(() => {
    const held = document.activeElement as HTMLElement;
    if (held === document.body) return { words: '', wrong: '' };
    const words = (held.getAttribute('aria-label') ?? (held as HTMLInputElement).labels?.[0]?.textContent ?? held.textContent ?? '').trim();
    const rect = held.getBoundingClientRect();
    const shown = held.matches('input') ? (held.closest('.find') ?? held) : held;
    const bar = document.querySelector('.leave-bar');
    const barTop = bar && !bar.contains(held) && getComputedStyle(bar).position === 'fixed' ? bar.getBoundingClientRect().top : innerHeight;
    const wrong = [
      getComputedStyle(shown).outlineStyle === 'none' && 'has no outline',
      rect.top < -1 && 'is above the window',
      rect.bottom > barTop + 1 && 'is below what the window shows',
    ].filter(Boolean);
    return { words, wrong: wrong.length > 0 ? `${words} ${wrong.join(', ')}` : '' };
  });
}

/** Presses Tab until what bears `words` holds the focus. Everything on the way must be seen whole. */
async function tabTo(page: Page, words: string | RegExp, most = 90): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab');
    const held = await focused(page);
    expect(held.wrong).toBe('');
    if (typeof words === 'string' ? held.words === words : words.test(held.words)) return;
  }
  throw new Error(`Nothing that bears ${words} took the focus in ${most} presses of Tab on ${page.url()}.`);
}

async function follow(page: Page, words: string | RegExp, to: string): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.press('Enter');
  await page.waitForURL(to);
}

describe.each([
  ['a telephone', { width: 360, height: 640 }],
  ['a wide window', { width: 1280, height: 720 }],
])('with the keyboard alone, on %s', (_, viewport) => {
  async function reading(path: string, act: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport });
    try {
      const page = await context.newPage();
      await page.route(`${fixtureSettings.leaveUrl}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
      await page.goto(site.origin + path);
      await act(page);
    } finally {
      await context.close();
    }
  }

  test('a reader goes from the home page to a guide, on to help now, and finds a number to call', async () => {
    await reading('/en/', async (page) => {
      await follow(page, /^Setting a boundary/, '**/en/guides/setting-a-boundary/');
      await follow(page, 'Help now', '**/en/help-now/');
      await tabTo(page, 'Call 988');
    });
  });

  test('the first press of Tab offers to skip to the text, and the next one after it is in the text', async () => {
    await reading('/en/guides/setting-a-boundary/', async (page) => {
      await tabTo(page, 'Skip to the text', 1);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    });
  });

  test('searches, and opens what was found', async () => {
    await reading('/en/', async (page) => {
      await tabTo(page, 'Search guides, workshops and questions');
      await page.keyboard.type('fight');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/en/search/?q=fight');
      await page.locator('.search-results').waitFor();
      await follow(page, /^Setting a boundary/, '**/en/guides/setting-a-boundary/');
    });
  });

  test('reads the same guide in the other language', async () => {
    await reading('/en/guides/setting-a-boundary/', async (page) => {
      await follow(page, 'Español', '**/es/guias/poner-un-limite/');
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
    });
  });

  test('leaves the site with the second press of Tab, without a way back', async () => {
    await reading('/robots.txt', async (page) => {
      await page.goto(`${site.origin}/en/guides/setting-a-boundary/`);
      await tabTo(page, 'Leave this site', 2);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${fixtureSettings.leaveUrl}/`);
      await page.goBack();
      expect(page.url()).toBe(`${site.origin}/robots.txt`);
    });
  });

  test.each([['/en/'], ['/en/guides/setting-a-boundary/'], ['/es/talleres/noche-familiar/'], ['/es/ayuda-urgente/'], ['/en/kits/first-visit/sheet/']])(
    'everything on %s that takes the focus is seen whole, in the order of the page',
    async (path) => {
      await reading(path, async (page) => {
        const wrong: string[] = [];
        let seen = 0;
        for (; seen < 120; seen++) {
          await page.keyboard.press('Tab');
          const held = await focused(page);
          if (held.words === '') break;
          if (held.wrong) wrong.push(held.wrong);
        }
        expect(wrong).toEqual([]);
        expect(seen).toBeGreaterThan(15);
      });
    },
  );
});
