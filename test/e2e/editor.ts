import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { admin, type Running } from '../support/running.ts';
import { until } from '../support/until.ts';
import { type Ask, inTheAdmin, signedIn } from './staff.ts';

interface Given {
  running: Running;
  browser: Browser;
}

interface Row {
  id: number;
  slug: string;
}

/** What editors do with the whole program, most of it in a browser. */
export function anEditor(given: () => Given): void {
  const textAt = async (address: string) => (await fetch(address)).text();

  async function someOf(api: Ask, collection: string, locale: string, count = 1): Promise<Row[]> {
    const { body } = await api(`/api/${collection}?limit=${count}&sort=id&locale=${locale}`);
    const { docs } = body as unknown as { docs: Row[] };
    expect(docs.length, `the sample library has ${collection}`).toBe(count);
    return docs;
  }

  test('publishes from the form, and sees beside it how fast it went live, with a link to the page; the list has it too', async () => {
    const { running, browser } = given();
    const api = await signedIn(running, admin.email, admin.password);
    const [topic] = await someOf(api, 'topics', 'en');
    const address = `${running.site}/en/topics/${topic?.slug}/`;
    await inTheAdmin(browser, running, async (page) => {
      await page.goto(`${running.cms}/admin/collections/topics/${topic?.id}`);
      await page.fill('#field-title', 'Written in the browser');
      await page.click('#action-save');
      await until('the new title is live', async () => (await textAt(address)).includes('Written in the browser'), { seconds: 30 });
      const line = besideTheForm(page);
      await line.getByText(/^Live in English( and Spanish)?, [\d.]+ (s|ms)/).waitFor({ timeout: 30_000 });
      const link = line.getByRole('link', { name: 'Open the live page in English' });
      expect(await link.getAttribute('href')).toBe(address);
      await line.getByText('Times and pages').click();
      expect(await line.locator('dl').textContent()).toMatch(/Saved.*Printedafter .*On our own serverafter .*Files written\d+/s);

      await page.goto(`${running.cms}/admin/collections/publications`);
      const newest = page.locator('.receipt').first();
      expect(await newest.textContent()).toMatch(/Written in the browserLive.*Published in English.* by /s);
    });
  }, 120_000);

  test('reads why something did not reach families, tries again, and sees it go live', async () => {
    const { running, browser } = given();
    const api = await signedIn(running, admin.email, admin.password);
    const [topic] = await someOf(api, 'topics', 'en');
    // As the publisher leaves a change that it could not print.
    const database = new DatabaseSync(join(running.folder, 'alongside.db'), { timeout: 10_000 });
    const newest = `FROM publications WHERE document_collection = 'topics' AND document_id = ? ORDER BY saved_at DESC LIMIT 1`;
    const id = String(topic?.id);
    const isThrough = database.prepare(`SELECT 1 FROM (SELECT state, indexed_at ${newest}) WHERE state = 'live' AND indexed_at IS NOT NULL`);
    await until('the newest change is live and found by the search', () => isThrough.get(id) !== undefined);
    database
      .prepare(`UPDATE publications SET state = 'failed', error = 'The template met words that it cannot print.' WHERE id = (SELECT id ${newest})`)
      .run(id);
    database.close();
    await inTheAdmin(browser, running, async (page) => {
      await page.getByText('The template met words that it cannot print.').first().waitFor();
      await page.goto(`${running.cms}/admin/collections/publications`);
      await page.getByRole('heading', { name: 'Did not reach families' }).waitFor();
      await page.goto(`${running.cms}/admin/collections/topics/${topic?.id}`);
      const line = besideTheForm(page);
      await line.getByText('The template met words that it cannot print.').waitFor();
      await line.getByRole('button', { name: 'Try again' }).click();
      await line.getByText(/^Live in English/).waitFor({ timeout: 30_000 });
      await page.goto(`${running.cms}/admin/collections/publications`);
      await page.locator('.receipt').first().waitFor();
      expect(await page.getByRole('heading', { name: 'Did not reach families' }).count()).toBe(0);
    });
  }, 120_000);

  test('plans a draft beside the form: it goes out at that minute, what was written later stays a draft, and the receipt says that it was planned', async () => {
    const { running, browser } = given();
    const api = await signedIn(running, admin.email, admin.password);
    const [, topic] = await someOf(api, 'topics', 'en', 2);
    const address = `${running.site}/en/topics/${topic?.slug}/`;
    const { zone } = (await api('/api/globals/program')).body as unknown as { zone: string };
    await api(`/api/topics/${topic?.id}?locale=en&draft=true`, { method: 'PATCH', body: { title: 'Out on the minute', _status: 'draft' } });
    await inTheAdmin(browser, running, async (page) => {
      await page.goto(`${running.cms}/admin/collections/topics/${topic?.id}`);
      await page.getByText('Publish or take off the site at a time').click();
      // The panel takes whole minutes: one that is far enough away to fill it in.
      const at = Temporal.Now.zonedDateTimeISO(zone).add({ seconds: 75 }).round({ smallestUnit: 'minute', roundingMode: 'floor' });
      await page.getByLabel('Day', { exact: true }).fill(at.toPlainDate().toString());
      await page.getByLabel('Time', { exact: true }).fill(at.toPlainTime().toString({ smallestUnit: 'minute' }));
      await page.getByText(/^What goes out is the draft saved/).waitFor();
      await page.getByRole('button', { name: 'Plan it' }).click();
      await page.getByText('English goes out').waitFor();
      await page.getByText(`Planned by `).waitFor();
      await api(`/api/topics/${topic?.id}?locale=en&draft=true`, { method: 'PATCH', body: { title: 'Written later', _status: 'draft' } });
      await until('the planned text stands', async () => (await textAt(address)).includes('Out on the minute'), { seconds: 100 });
      expect(Temporal.Now.instant().epochMilliseconds).toBeGreaterThanOrEqual(at.epochMilliseconds);
      expect(await textAt(address)).not.toContain('Written later');
      await page.goto(`${running.cms}/admin/collections/publications`);
      expect(await page.locator('.receipt').first().textContent()).toMatch(/Published in English( and Spanish)? · at the planned time · by /);
    });
  }, 200_000);

  test('sees the draft beside the form as the page that it will be, follows it while typing, and sends it to a reviewer', async () => {
    const { running, browser } = given();
    const api = await signedIn(running, admin.email, admin.password);
    const [guide] = await someOf(api, 'articles', 'es');
    await inTheAdmin(browser, running, async (page) => {
      await page.goto(`${running.cms}/admin/collections/articles/${guide?.id}?locale=es`);
      await page.click('#live-preview-toggler');
      const shown = page.frameLocator('#live-preview-iframe').frameLocator('iframe:not(.coming)');
      await shown.locator('html[lang=es] h1').waitFor();
      await page.fill('#field-title', 'Una garza gris');
      await shown.getByRole('heading', { level: 1, name: 'Una garza gris' }).waitFor({ timeout: 10_000 });
      await page.click('#live-preview-toggler');
      await page.getByRole('button', { name: 'Make a link' }).click();
      const link = await page.getByLabel('Link for the reviewer').inputValue({ timeout: 10_000 });
      const seen = await fetch(link);
      expect(seen.headers.get('content-security-policy')).toMatch(/script-src 'none'.*frame-ancestors 'none'/);
      expect(await seen.text()).toMatch(/Borrador, sin publicar\..*Una garza gris/s);
      await page.getByRole('button', { name: 'Take back the link' }).click();
      await until('the link is dead', async () => (await fetch(link)).status === 404);
      expect(await textAt(`${running.site}/es/guias/${guide?.slug}/`)).not.toContain('garza');
    });
  }, 120_000);

  test('keeps a draft to themselves, unpublishes, and the address says that the page is gone', async () => {
    const { running } = given();
    const api = await signedIn(running, admin.email, admin.password);
    const { body } = await api('/api/faqs?locale=en', {
      method: 'POST',
      body: { question: 'Is this a quiet question?', answer: 'It is.', _status: 'published' },
    });
    const { id, slug } = (body as unknown as { doc: Row }).doc;
    const address = `${running.site}/en/questions/${slug}/`;
    await until('the page stands', async () => (await fetch(address)).status === 200);
    await until('the sitemap names it', () => inSitemap(running.site, slug));
    await api(`/api/faqs/${id}?locale=en&draft=true`, { method: 'PATCH', body: { question: 'A secret draft', _status: 'draft' } });
    await api(`/api/faqs/${id}?locale=en`, { method: 'PATCH', body: { _status: 'draft' } });
    await until('the page is gone', async () => (await fetch(address)).status === 410);
    expect(await textAt(address)).not.toContain('A secret draft');
    await until('the sitemap names it no longer', async () => !(await inSitemap(running.site, slug)));
  }, 60_000);

  test('asks on the dashboard whether all of it agrees, and reads the answer there as soon as it is known', async () => {
    const { running, browser } = given();
    await inTheAdmin(browser, running, async (page) => {
      const audit = page.locator('.truth-audit');
      await audit.getByText('Not checked yet.').waitFor();
      await audit.getByRole('button', { name: 'Check everything' }).click();
      await audit.getByText(/^Checked .* and all agree\.$/).waitFor({ timeout: 100_000 });
      await audit.getByRole('button', { name: 'Check everything' }).waitFor();
    });
  }, 150_000);
}

const besideTheForm = (page: Page) => page.locator('section[aria-labelledby="standing-publication"]');

/** Whether the sitemap names it, in whichever of its parts. */
async function inSitemap(site: string, slug: string): Promise<boolean> {
  const index = await (await fetch(`${site}/sitemap.xml`)).text();
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, part = '']) => new URL(part).pathname);
  const texts = await Promise.all(parts.map(async (part) => (await fetch(`${site}${part}`)).text()));
  return texts.some((text) => text.includes(`/${slug}/`));
}
