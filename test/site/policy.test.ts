import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

let site: PressedSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([pressedSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page and gives what the browser refused, wherever the page asked it of. */
async function refusals(path: string, then?: (page: Page) => Promise<void>): Promise<{ refused: string[]; hosts: string[] }> {
  const page = await browser.newPage();
  const refused: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (/Content[- ]Security[- ]Policy/i.test(message.text())) refused.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).origin);
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  await then?.(page);
  await page.close();
  return { refused, hosts: [...hosts] };
}

test.each([
  '/',
  '/en/',
  '/es/',
  '/en/search/',
  '/en/guides/setting-a-boundary/',
  '/es/talleres/',
  '/en/kits/first-visit/sheet/',
  '/es/ayuda-urgente/',
  '/en/nothing/',
  '/en/materials/weekly-plan/',
])('a browser finds nothing on %s that the policy forbids, and asks no other host', async (path) => {
  expect(await refusals(path)).toEqual({ refused: [], hosts: [site.origin] });
});

test('the policy does stop a script that somebody brings into a page', async () => {
  const { refused } = await refusals('/en/', async (page) => {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.head.append(script);
    });
    expect(await page.title()).not.toBe('taken over');
  });
  expect(refused).toHaveLength(1);
});

test('the search island wakes up under the policy, which allows no inline script or style', async () => {
  const { refused } = await refusals('/en/search/', async (page) => {
    await page.getByRole('searchbox').fill('a word');
    await page.locator('.search-help').waitFor();
  });
  expect(refused).toEqual([]);
  const policy = (await fetch(`${site.origin}/en/search/`)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ");
});
