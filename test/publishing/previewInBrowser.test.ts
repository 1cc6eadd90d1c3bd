import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestPreview, type TestPreview } from '../support/preview.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';

let site: TestPublishing;
let preview: TestPreview;
let browser: Browser;
let guide: number | string;
let publisher: ReturnType<TestPublishing['startPublisher']>;

beforeAll(async () => {
  site = await createTestPublishing();
  preview = await openTestPreview(site);
  ({ id: guide } = await site.payload.create({ collection: 'articles', draft: true, data: text('A grey heron') }));
  publisher = site.startPublisher();
  await vi.waitFor(
    async () => {
      const { status } = await preview.answer(
        new Request(`http://localhost:3000/api/preview/page/articles/${guide}?locale=en`, { headers: { Authorization: `JWT ${preview.staff}` } }),
      );
      if (status !== 200) throw new Error(`The preview answers ${status}.`);
    },
    { timeout: 60_000, interval: 200 },
  );
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

function text(title: string) {
  return { title, summary: 'x', body: lexical(...Array.from({ length: 60 }, (_, number) => paragraph(`${title}, paragraph ${number}.`))) };
}

async function visit<T>(use: (page: Page, origin: string, context: BrowserContext) => Promise<T>, change?: (path: string, html: string) => string): Promise<T> {
  const server = await preview.serve(change);
  const context = await browser.newContext({ extraHTTPHeaders: { Authorization: `JWT ${preview.staff}` }, viewport: { width: 800, height: 600 } });
  try {
    return await use(await context.newPage(), server.origin, context);
  } finally {
    await context.close();
    await server.close();
  }
}

/** What a page would do if anything in it ran. */
const hostile =
  '<script>top.document.title = "ran"</script><img src="/preview/nothing.png" onerror="top.document.title = \'ran\'"><a href="javascript:top.document.title = \'ran\'" id="trap">trap</a>';

/** A page beside the form, as the admin frames it. */
const around = (address: string) =>
  `<!doctype html><title>quiet</title><iframe id="live" src="${address}" style="inline-size:700px;block-size:500px"></iframe>`;

test('a script that got into a text does not run, even in a tab of its own', async () => {
  const address = `/preview/page/articles/${guide}?locale=en`;
  const change = (_: string, html: string) => html.replace('</body>', `${hostile}</body>`);
  await visit(async (page, origin) => {
    await page.goto(origin + address);
    await page.locator('#trap').click();
    await page.waitForTimeout(300);
    expect(await page.title()).toMatch(/^A grey heron/);
  }, change);
});

test('the page beside the form follows a save, where the reader was, and does nothing itself', async () => {
  const change = (path: string, html: string) => {
    if (path === '/') return around(`/preview/frame/articles/${guide}?locale=en`);
    return path.startsWith('/preview/page/') ? html.replace('</body>', `${hostile}</body>`) : html;
  };
  await visit(async (page, origin) => {
    await page.addInitScript(() => {
      // @ts-expect-error a note for the test alone
      window.told = [];
      // @ts-expect-error a note for the test alone
      window.addEventListener('message', ({ data }) => window.told.push(data));
    });
    await page.goto(origin);
    const shown = () => page.frameLocator('#live').frameLocator('iframe:not(.coming)');
    await shown().locator('h1').waitFor();
    // @ts-expect-error as above
    await vi.waitFor(async () => expect(await page.evaluate(() => window.told)).toContainEqual({ type: 'payload-live-preview', ready: true }));
    await shown()
      .locator('main')
      .evaluate(() => window.scrollTo(0, 900));

    await site.payload.update({ collection: 'articles', id: guide, draft: true, data: text('A white heron') });
    const saved = Date.now();
    await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage({ type: 'payload-document-event' }, location.origin));
    await vi.waitFor(async () => expect(await shown().locator('h1').textContent()).toContain('A white heron'), { timeout: 5_000, interval: 20 });
    expect(Date.now() - saved).toBeLessThan(1_000);
    expect(
      await shown()
        .locator('main')
        .evaluate(() => window.scrollY),
    ).toBe(900);
    expect(await page.title()).toBe('quiet');
  }, change);
});

test('another site cannot frame a draft', async () => {
  const change = (path: string, html: string) => (path === '/' ? around('about:blank') : html);
  await visit(async (page, origin) => {
    await page.goto(origin.replace('127.0.0.1', 'localhost'));
    await page.evaluate((address) => document.querySelector('iframe')?.setAttribute('src', address), `${origin}/preview/page/articles/${guide}?locale=en`);
    await page.waitForTimeout(1_000);
    expect(await page.frameLocator('#live').locator('h1').count()).toBe(0);
  }, change);
});

test('a reviewer reads the page with its styles, and its links open the site in a tab of its own', async () => {
  const made = await preview.answer(
    new Request('http://localhost:3000/api/preview/links', {
      method: 'POST',
      headers: { Authorization: `JWT ${preview.staff}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ collection: 'articles', id: guide, locale: 'en', days: 7 }),
    }),
  );
  const { url } = (await made.json()) as { url: string };
  await visit(async (page, origin, context) => {
    const failed: string[] = [];
    page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
    await context.setExtraHTTPHeaders({});
    await page.goto(origin + new URL(url).pathname);
    expect(await page.locator('.preview-banner').textContent()).toMatch(/^Draft, not published\. For review until \w+ \d+, \d{4}\.$/);
    expect(await page.locator('.preview-banner').evaluate((banner) => getComputedStyle(banner).textAlign)).toBe('center');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/Atkinson/);
    await vi.waitFor(async () => expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true));
    const [opened] = await Promise.all([context.waitForEvent('page'), page.locator('header a.brand').click()]);
    expect(opened.url()).not.toContain('/preview/');
    expect(new URL(page.url()).pathname).toBe(new URL(url).pathname);
    await page.locator('input[type=search]').fill('heron');
    await page.locator('input[type=search]').press('Enter');
    await page.waitForTimeout(300);
    expect(new URL(page.url()).pathname).toBe(new URL(url).pathname);
    expect(failed.filter((message) => /Content Security Policy|Failed to load|404/.test(message))).toEqual([]);
  });
});

test('the page beside the form says that the publisher is down, and comes back with it', async () => {
  publisher.kill('SIGKILL');
  const change = (path: string, html: string) => (path === '/' ? around(`/preview/frame/articles/${guide}?locale=en`) : html);
  await visit(async (page, origin) => {
    const shown = page.frameLocator('#live').frameLocator('iframe:not(.coming)');
    await vi.waitFor(async () => {
      await page.goto(origin);
      expect(await shown.locator('h1').textContent()).toBe('The preview does not answer');
    });
    publisher = site.startPublisher();
    await shown.getByRole('heading', { level: 1, name: 'heron' }).waitFor({ timeout: 40_000 });
  }, change);
});
