/**
 * Prints every hand-out of this folder to a tagged PDF in seed/files: headings, table headers, language and title are kept,
 * so that a screen reader can read it. Run it with `node seed/handouts/print.ts` after a change, and commit the PDFs.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';

const here = new URL('./', import.meta.url);
const files = new URL('../files/', here);
const fontFile = fileURLToPath(import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'));

/** The font travels inside the page: a page made from a string may not read files. */
async function stylesheet(): Promise<string> {
  const font = (await readFile(fontFile)).toString('base64');
  const rules = await readFile(new URL('handout.css', here), 'utf8');
  return `@font-face { font-family: "Atkinson Hyperlegible Next"; font-weight: 200 800; src: url(data:font/woff2;base64,${font}); }\n${rules}`;
}

function titleOf(name: string, body: string): string {
  const title = /<h1>(.+?)<\/h1>/.exec(body)?.[1];
  if (!title) throw new Error(`${name} has no <h1>. Give it one: it becomes the title of the PDF.`);
  return title;
}

const style = await stylesheet();
const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
try {
  const page = await browser.newPage();
  for (const name of (await readdir(here)).filter((file) => file.endsWith('.html')).sort()) {
    const [key, locale] = name.split('.');
    const body = await readFile(new URL(name, here), 'utf8');
    await page.setContent(
      `<!doctype html><html lang="${locale}"><head><title>${titleOf(name, body)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`,
    );
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await writeFile(new URL(`${key}-${locale}.pdf`, files), await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }));
    console.log(`${key}-${locale}.pdf`);
  }
} finally {
  await browser.close();
}
