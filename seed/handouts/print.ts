/**
 * Prints the hand-outs that the sample library also keeps as PDF (their content files name one) from their own pages into seed/files. The PDFs are
 * tagged: headings, lists, table headers, language and title are kept, so that a screen reader can read them. Run it with
 * `node seed/handouts/print.ts` after a change of their text or of how sheets look, and commit what it changes.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';
import { openSheets, printedNote } from './sheets.ts';

const files = new URL('../files/', import.meta.url);
const sheets = await openSheets();
const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
try {
  const page = await browser.newPage();
  const printed: Record<string, { text: string; file: string }> = {};
  for (const { file, path, text } of sheets.withFile) {
    await page.goto(sheets.origin + path);
    // Who hands it out, the short link and the day are those of one installation; a file that is passed on keeps only what holds everywhere.
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('.sheet-foot, .share')) part.remove();
      document.title = document.querySelector('h1')?.textContent ?? '';
    });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const pdf = await page.pdf({ format: 'Letter', printBackground: true, tagged: true, outline: true });
    await writeFile(new URL(file, files), pdf);
    printed[file] = { text, file: createHash('sha256').update(pdf).digest('hex') };
    console.log(file);
  }
  await writeFile(printedNote, `${JSON.stringify(printed, null, 2)}\n`);
} finally {
  await browser.close();
  await sheets.close();
}
