import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SitePage, sitePages } from '../../cms/library/pages.ts';
import { launchBrowser } from '../support/browser.ts';
import { fixtureLibrary, fixtureSettings } from '../support/fixtureLibrary.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const pages = [...sitePages(fixtureLibrary()).values()].filter(({ kind }) => kind !== 'short');
/** The first page of each template in each language; the first guide has every kind of block. */
const bothLanguages = [...new Map(pages.toReversed().map((page) => [`${page.locale} ${templateOf(page)}`, page])).values()];
const templates = bothLanguages.filter(({ locale }) => locale === 'en');
const guide = '/en/guides/setting-a-boundary/';

function templateOf(page: SitePage): string {
  return page.kind === 'document' ? `document ${page.document.collection}` : page.kind === 'section' ? `section ${page.collection}` : page.kind;
}

let site: PressedSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([pressedSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openedAt(options: Parameters<Browser['newContext']>[0], work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ bypassCSP: true, ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What axe finds on a page, best practices included, a line a finding. */
async function findings(page: Page, path: string): Promise<string[]> {
  await page.goto(site.origin + path);
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${path} ${id}: ${target.join(' ')}`));
}

describe('axe', () => {
  test('finds nothing on any template in either language, on a telephone', { timeout: 240_000 }, async () => {
    const found: string[] = [];
    await openedAt({ viewport: { width: 360, height: 740 } }, async (page) => {
      for (const { path } of bothLanguages) found.push(...(await findings(page, path)));
    });
    expect(found).toEqual([]);
  });

  test('finds nothing on any template in the dark, on a wide window', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    await openedAt({ viewport: { width: 1280, height: 860 }, colorScheme: 'dark' }, async (page) => {
      for (const { path } of templates) found.push(...(await findings(page, path)));
    });
    expect(found).toEqual([]);
  });
});

describe('layout', () => {
  test.each([[360], [320], [768], [1280]])('nothing runs over the edge at %i pixels', { timeout: 120_000 }, async (width) => {
    const wide: string[] = [];
    await openedAt({ viewport: { width, height: 700 } }, async (page) => {
      for (const { path } of bothLanguages) {
        await page.goto(site.origin + path);
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(path);
      }
    });
    expect(wide).toEqual([]);
  });

  test('nothing runs over the edge or is cut where the reader doubles the letters, even a long word in a heading', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    await openedAt({ viewport: { width: 640, height: 700 } }, async (page) => {
      for (const { path } of bothLanguages.filter(({ locale }) => locale === 'es')) {
        await page.goto(site.origin + path);
        await page.addStyleTag({ content: 'html { font-size: 200% }' });
        const cut = await page.evaluate(() => {
          for (const heading of document.querySelectorAll('h1')) heading.append(' electroencefalografistas');
          const texts = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, p, li, a, b)')].filter((text) => text.checkVisibility());
          const over = texts.filter((text) => text.getBoundingClientRect().right > innerWidth + 1 && !text.closest('.hidden-words'));
          const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
          return [...wide, ...over.map((text) => text.textContent.slice(0, 40))];
        });
        wrong.push(...cut.map((text) => `${path} ${text}`));
      }
    });
    expect(wrong).toEqual([]);
  });

  test('what is pressed is at least 44 pixels high, but for links inside a sentence', { timeout: 120_000 }, async () => {
    const small: string[] = [];
    await openedAt({ viewport: { width: 360, height: 740 } }, async (page) => {
      for (const { path } of bothLanguages) {
        await page.goto(site.origin + path);
        small.push(
          ...(await page.evaluate(
            (here) =>
              [...document.querySelectorAll<HTMLElement>('a, button, summary, input')]
                .filter((target) => !target.matches('.skip, p a, .small a, .hidden-words a') && target.checkVisibility())
                .filter((target) => target.getBoundingClientRect().height < 43.5)
                .map((target) => `${here} ${target.textContent} ${target.getBoundingClientRect().height}`),
            path,
          )),
        );
      }
    });
    expect(small).toEqual([]);
  });
});

describe('without a style sheet and without a script', () => {
  test('help now shows every number as a link in reading order', async () => {
    await openedAt({ javaScriptEnabled: false }, async (page) => {
      await page.route(/\.(css|js|woff2)$/, (route) => route.abort());
      await page.goto(`${site.origin}/es/ayuda-urgente/`);
      const links = await page.locator('main a[href^="tel:"], main a[href^="sms:"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links).toEqual([
        'tel:911',
        'tel:911',
        'tel:988',
        'sms:988',
        'tel:+18007997233',
        'sms:88788',
        'tel:+18007873224',
        'tel:+18004224453',
        'sms:+18004224453',
        'tel:+18002221222',
        'tel:+18006624357',
        'tel:+18004874889',
        'tel:5550100',
      ]);
    });
  });
});

describe('leave this site', () => {
  const elsewhere = `${fixtureSettings.leaveUrl}/`;

  async function leaving(act: (page: Page) => Promise<void>, check: (page: Page) => Promise<void>): Promise<void> {
    await openedAt({}, async (page) => {
      await page.route(`${elsewhere}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
      await page.goto(`${site.origin}/robots.txt`);
      await page.goto(site.origin + guide, { waitUntil: 'load' });
      await act(page);
      await check(page);
    });
  }

  test("the button takes this page's place in the history", async () => {
    await leaving(
      (page) => page.click('#leave'),
      async (page) => {
        await page.waitForURL(elsewhere);
        await page.goBack();
        expect(page.url()).toBe(`${site.origin}/robots.txt`);
      },
    );
  });

  test('Shift pressed three times leaves', async () => {
    await leaving(
      async (page) => {
        for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
      },
      (page) => page.waitForURL(elsewhere),
    );
  });

  test('Shift as part of writing does not', async () => {
    await leaving(
      async (page) => {
        for (const letter of ['A', 'B', 'C']) await page.keyboard.press(`Shift+${letter}`);
        await page.waitForTimeout(200);
      },
      async (page) => {
        expect(page.url()).toBe(site.origin + guide);
      },
    );
  });
});
