import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { admin, type Running, startEverything } from '../support/running.ts';
import { until } from '../support/until.ts';
import { anEditor } from './editor.ts';
import { signedIn } from './staff.ts';

let running: Running;
let browser: Browser;
let stopped = false;

beforeAll(async () => {
  running = await startEverything();
  browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  if (!stopped) await running?.stop();
  if (running) rmSync(running.folder, { recursive: true, force: true });
}, 60_000);

async function onPage<T>(use: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  try {
    return await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

describe('a family member', () => {
  test('finds the way from the home page to a guide, in both languages, and help in one tap', async () => {
    await onPage(async (page) => {
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(running.site)) elsewhere.push(request.url());
      });
      await page.goto(`${running.site}/en/`);
      await page.getByRole('link', { name: 'In the program' }).first().click();
      await page.locator('main a[href^="/en/guides/"]:not([href="/en/guides/"]):not([href*="/stage/"])').first().click();
      expect(await page.locator('h1').count()).toBe(1);
      await page.getByRole('link', { name: 'Español' }).first().click();
      expect(new URL(page.url()).pathname).toMatch(/^\/es\/guias\/[a-z0-9-]+\/$/);
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      await page.getByRole('link', { name: 'Ayuda urgente' }).first().click();
      expect(await page.locator('a[href="tel:988"]').count()).toBeGreaterThan(0);
      expect(elsewhere).toEqual([]);
    });
  });

  test('reads everything without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of ['/en/', '/es/', '/en/guides/', '/en/search/', '/es/ayuda-urgente/']) {
      const answer = await page.goto(`${running.site}${path}`);
      expect(answer?.status(), path).toBe(200);
      expect(await page.locator('h1').textContent(), path).not.toBe('');
    }
    await context.close();
  });

  test('gets no cookie and nothing stored', async () => {
    await onPage(async (page, context) => {
      await page.goto(`${running.site}/en/`);
      expect(await context.cookies(running.site)).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });
  });
});

describe('an editor', () => anEditor(() => ({ running, browser })));

describe('a clinician', () => {
  test('confirms a text, which the page then says, and cannot write one', async () => {
    const asAdmin = await signedIn(running, admin.email, admin.password);
    const account = { email: 'clara@example.org', password: 'another-long-word' };
    await asAdmin('/api/staff', { method: 'POST', body: { ...account, name: 'Clara', role: 'clinician' } });
    const api = await signedIn(running, account.email, account.password);
    const { body } = await api('/api/articles?limit=1&locale=en');
    const [guide] = (body as unknown as { docs: { id: number; slug: string }[] }).docs;
    if (!guide) throw new Error('The sample library has no guide.');
    expect((await api(`/api/articles/${guide.id}?locale=en`, { method: 'PATCH', body: { title: 'Mine now' } })).status).toBe(403);
    const review = await api('/api/reviews?locale=en', {
      method: 'POST',
      body: { document: { relationTo: 'articles', value: guide.id }, locale: 'en', role: 'Licensed counselor', due: '2099-01-01' },
    });
    expect(review.status).toBe(201);
    await until('the page names who read it', async () =>
      (await (await fetch(`${running.site}/en/guides/${guide.slug}/`)).text()).includes('Licensed counselor'),
    );
  }, 60_000);
});

describe('an operator', () => {
  test('loses nothing when the publisher is killed: it is started again, and the next save goes live', async () => {
    const publisher = () => running.programs().find(({ command }) => command.includes('publisher.ts'))?.pid;
    const killed = publisher();
    expect(killed).toBeDefined();
    process.kill(killed!, 'SIGKILL');
    const api = await signedIn(running, admin.email, admin.password);
    const { body } = await api('/api/terms?locale=en', {
      method: 'POST',
      body: { term: 'Carrying on', meaning: 'What a program does after its death.', _status: 'published' },
    });
    const { slug } = (body as unknown as { doc: { slug: string } }).doc;
    await until('the word stands', async () => (await (await fetch(`${running.site}/en/glossary/`)).text()).includes(slug), { seconds: 30 });
    expect(running.output()).toContain('The publisher ended (SIGKILL) and is started again.');
    expect(publisher()).not.toBe(killed);
  }, 60_000);

  test('stops all of it with Ctrl-C, and no process stays', async () => {
    const programs = running.programs();
    expect(programs).toHaveLength(3);
    stopped = true;
    expect(await running.stop()).toBe(0);
    await expect(fetch(running.site)).rejects.toThrow();
    for (const { pid } of programs) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  }, 60_000);

  test('starts again without building, seeding or writing anything again', async () => {
    const before = filesOf(running.folder);
    expect(before.size).toBeGreaterThan(100);
    running = await startEverything(running);
    stopped = false;
    expect(running.output()).toContain('as they were');
    expect(running.output()).not.toMatch(/[…✓] (Admin|Database|Sample library) {2,}|Sign in as/);
    // A change that goes live tells that the publisher has looked at everything by now.
    const api = await signedIn(running, admin.email, admin.password);
    const { body } = await api('/api/terms?where[term][equals]=Carrying on&locale=en');
    const [term] = (body as unknown as { docs: { id: number; slug: string }[] }).docs;
    await api(`/api/terms/${term!.id}?locale=en`, { method: 'PATCH', body: { meaning: 'It goes on after a pause.', _status: 'published' } });
    await until('the change stands', async () => (await (await fetch(`${running.site}/en/glossary/`)).text()).includes('It goes on after a pause.'), {
      seconds: 40,
    });
    const after = filesOf(running.folder);
    const rewritten = [...before].filter(([path, inode]) => after.get(path) !== inode).map(([path]) => path);
    expect(rewritten.filter((path) => !/glossary|glosario|sitemap/.test(path))).toEqual([]);
  }, 120_000);
});

/** Every printed page and file with its inode: a file that is written again is another file. */
function filesOf(folder: string): Map<string, number> {
  const site = join(folder, 'site');
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('pagefind'));
  return new Map(paths.sort().map((path) => [path, statSync(path).ino]));
}
