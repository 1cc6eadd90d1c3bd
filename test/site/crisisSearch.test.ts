import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

let site: PressedSite;
let browser: Browser;

beforeAll(async () => {
  // There is no search index at all: what follows needs none.
  [site, browser] = await Promise.all([pressedSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function typed(path: string, words: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  page.setDefaultTimeout(60_000);
  await page.goto(site.origin + path);
  await page.getByRole('searchbox').last().click();
  await page.keyboard.type(words);
  return page;
}

test.each([
  ['/en/search/', 'he wont wake up', 'They do not wake up or do not breathe', 'tel:911'],
  ['/es/buscar/', 'mi hijo se quiere matar', 'Suicidio o una crisis', 'tel:988'],
  ['/es/', 'me pega cuando toma', 'Miedo a alguien en casa', 'tel:+18007997233'],
])('%s: “%s” shows at once whom to call, before and without any result', async (path, words, title, call) => {
  const page = await typed(path, words);
  const crisis = page.getByRole('alert');
  await crisis.getByRole('heading', { name: title }).waitFor();
  expect(await crisis.locator(`a[href="${call}"]`).count()).toBeGreaterThan(0);
  await page.close();
});

test('it goes again when the words change, and never comes for words that only sound like it', async () => {
  const page = await typed('/en/search/', 'overdose');
  await page.getByRole('alert').getByRole('heading').waitFor();
  await page.getByRole('searchbox').last().fill('killing time');
  await expect.poll(() => page.getByRole('alert').textContent()).toBe('');
  await page.close();
});

test('an address that somebody opens with such words shows it too', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/en/search/?q=sobredosis`);
  await page.getByRole('alert').locator('a[href="tel:911"]').first().waitFor({ timeout: 60_000 });
  await page.close();
});
