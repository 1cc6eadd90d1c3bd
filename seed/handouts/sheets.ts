import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locales } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import { buildPress, openPress, pressEverything } from '../../site/press/index.ts';
import { createSiteServer } from '../../site/server/index.ts';
import { publishedLibrary } from '../publishedLibrary.ts';

/** From which text each PDF was printed, and the hash of the file: so that a page and its PDF are known to be the same. */
export const printedNote = new URL('printed.json', import.meta.url);

interface Sheet {
  path: string;
  /** The file that holds the same, where there is one. */
  file: string | undefined;
  /** The hash of all that the page's sheet says. */
  text: string;
}

export interface Sheets {
  /** Where the site answers, without a closing slash. */
  origin: string;
  all: Sheet[];
  withFile: (Sheet & { file: string })[];
  close(): Promise<void>;
}

/** The sample library, printed and served, with the page of every hand-out that has a text of its own. */
export async function openSheets(): Promise<Sheets> {
  const dir = await mkdtemp(join(tmpdir(), 'alongside-sheets-'));
  const outDir = join(dir, 'site');
  const record = join(dir, 'press.db');
  await buildPress({ outDir: join(dir, 'press') });
  const library = await publishedLibrary();
  const { errors } = await pressEverything({
    library,
    settings: { origin: 'https://example.org', leaveUrl: 'https://weather.gov' },
    press: await openPress(join(dir, 'press')),
    outDir,
    filesDir: fileURLToPath(new URL('../files', import.meta.url)),
    picturesDir: join(dir, 'pictures'),
    record,
  });
  if (errors.length > 0) throw new Error(`The press could not print ${errors.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
  const all = await Promise.all(
    [...library.documents.materials.values()]
      .flatMap(({ text }) => locales.flatMap((locale) => ({ locale, text: text[locale] })))
      .filter(({ text }) => text?.body)
      .map(async ({ locale, text }): Promise<Sheet> => {
        const path = paths.document(locale, 'materials', text?.slug ?? '');
        return { path, file: text?.file?.filename, text: hashOfSheet(await readFile(join(outDir, path, 'index.html'), 'utf8')) };
      }),
  );
  const server = createSiteServer({ outDir, record });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    all,
    withFile: all.flatMap((sheet) => (sheet.file ? [{ ...sheet, file: sheet.file }] : [])),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The title and the text of a page's sheet, without its foot: what its file holds too. Short links, which each installation makes, do not count. */
function hashOfSheet(html: string): string {
  const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';
  const sheet = /<div class="sheet">(.*?)<p class="sheet-foot">/s.exec(html)?.[1];
  if (!sheet) throw new Error(`The page of "${title}" has no sheet.`);
  return createHash('sha256')
    .update(`${title}\n${sheet.replaceAll(/ data-short="[^"]*"/g, '')}`)
    .digest('hex');
}
