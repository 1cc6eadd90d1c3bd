import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSheets, printedNote, type Sheets } from '../../seed/handouts/sheets.ts';
import { launchBrowser } from '../support/browser.ts';

let sheets: Sheets;
let browser: Browser;
beforeAll(async () => {
  [sheets, browser] = await Promise.all([openSheets(), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await sheets?.close();
});

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

test('the sample has ten hand-outs with a text of their own, in both languages', () => {
  expect(sheets.all).toHaveLength(20);
});

test('each is one or two pages of Letter or A4; the crisis card and the week planner are one', { timeout: 120_000 }, async () => {
  const page = await browser.newPage();
  const long: string[] = [];
  for (const { path, file } of sheets.all) {
    await page.goto(sheets.origin + path);
    for (const format of ['Letter', 'A4']) {
      const pages = pagesOf(await page.pdf({ format })) ?? 0;
      if (pages > (file ? 1 : 2)) long.push(`${path} ${format}: ${pages}`);
    }
  }
  await page.close();
  expect(long).toEqual([]);
});

test('each passes axe, on a phone and in the dark, and none is wider than the phone', { timeout: 120_000 }, async () => {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 }, bypassCSP: true });
    const page = await context.newPage();
    for (const { path } of sheets.all) {
      await page.goto(sheets.origin + path);
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      found.push(...violations.map(({ id, nodes }) => `${path} ${colorScheme} ${id}: ${nodes[0]?.html}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${path} is too wide`);
    }
    await context.close();
  }
  expect(found).toEqual([]);
});

const titles = {
  'crisis-card-en': 'Crisis card',
  'crisis-card-es': 'Tarjeta de emergencia',
  'week-planner-en': 'Week planner',
  'week-planner-es': 'Plan de la semana',
} as const;

describe('the PDF files', () => {
  test('are the crisis card and the week planner, each printed from the page as it reads now', async () => {
    const printed = JSON.parse(await readFile(printedNote, 'utf8')) as Record<string, { text: string; file: string }>;
    const files = sheets.withFile.map(({ file }) => file).sort();
    expect(files).toEqual(['crisis-card-en.pdf', 'crisis-card-es.pdf', 'week-planner-en.pdf', 'week-planner-es.pdf']);
    expect(Object.keys(printed).sort()).toEqual(files);
    for (const { file, text } of sheets.withFile) {
      const pdf = await readFile(new URL(`../../seed/files/${file}`, import.meta.url));
      const hash = createHash('sha256').update(pdf).digest('hex');
      expect(printed[file], `${file}: print it again with node seed/handouts/print.ts`).toEqual({ text, file: hash });
    }
  });

  test.each(Object.keys(titles))('%s is one page with tags, a language and a title', async (name) => {
    const pdf = await readFile(new URL(`../../seed/files/${name}.pdf`, import.meta.url));
    const text = pdf.toString('latin1');
    expect(pagesOf(pdf)).toBe(1);
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain(`/Lang (${name.slice(-2)})`);
    expect(text).toContain(`/Title (${titles[name as keyof typeof titles]})`);
    expect(text).toContain('/DisplayDocTitle true');
  });
});
