import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePage } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { Library } from '../../cms/library/types.ts';
import { filesUnder } from './build.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { filesOf, type SiteFile } from './files.ts';
import { formerAssetsToKeep } from './formerAssets.ts';
import { headersFile, redirectsFile } from './headers.ts';
import { openOutput, sha256 } from './output.ts';
import { type Press, pagesOf } from './press.ts';
import { openRecord } from './record.ts';
import type { Asked } from './recordingReader.ts';
import { redirectsOf } from './redirects.ts';
import { robotsTxt, sitemapFiles } from './sitemap.ts';
import { sizedPictures } from './sizedPictures.ts';

export interface PressOrder {
  library: Library;
  settings: SiteSettings;
  press: Press;
  /** The web root. Everything in it belongs to the press, but for `pagefind/`, which the search index owns. */
  outDir: string;
  /** Where the originals of uploads lie. */
  filesDir: string;
  /** Where sized pictures are kept between rounds. */
  picturesDir: string;
  /** The record (press.db). Leave out where no server of ours reads it, as for `dist/`. */
  record?: string | undefined;
}

export interface PressReport {
  /** How many HTML pages the site has. */
  pages: number;
  /** Site paths of the files whose bytes changed, and of those taken away, in the order in which it happened. */
  written: string[];
  removed: string[];
  /** What could not be printed; the former file, if there was one, stays. */
  errors: { path: string; message: string }[];
}

/**
 * Makes the web root what the library says, in an order in which links hold: takedowns, files, new documents, changed documents, lists, sitemap,
 * redirects. A page that cannot be printed is reported and stops no other.
 */
export async function pressEverything({ library, settings, press, outDir, filesDir, picturesDir, record }: PressOrder): Promise<PressReport> {
  const pages = pagesOf(library);
  const redirects = redirectsOf(library, pages);
  const policy = contentSecurityPolicy(press.inline, settings);
  const siteFiles = [...(await clientFiles(press.clientDir)), ...filesOf(library, filesDir, sizedPictures(picturesDir))];
  const closing = closingFiles(library, pages, settings, policy, redirects.moved);
  const intended = new Set([...pages.keys(), ...siteFiles.map(({ path }) => path), ...closing.keys(), rootNotFound]);

  const output = openOutput(outDir);
  const memory = record === undefined ? undefined : openRecord(record);
  const report: PressReport = { pages: pages.size, written: [], removed: [], errors: [] };
  const hashes = new Map<string, string>();
  const asked = new Map<string, readonly Asked[]>();
  try {
    memory?.begin(intended, redirects.gone);
    const { keep, since } = formerAssetsToKeep(
      output.paths().filter((path) => !intended.has(path)),
      memory?.formerAssets(),
      library.asOf,
    );
    memory?.keepFormerAssets(since);
    const strays = output.paths().filter((path) => !intended.has(path) && !keep.has(path) && !path.startsWith('/pagefind/'));
    const remove = (path: string) => {
      output.remove(path);
      report.removed.push(path);
    };
    const write = (path: string, bytes: Uint8Array) => {
      if (output.write(path, bytes)) report.written.push(path);
      hashes.set(path, sha256(bytes));
    };
    const attempt = async (path: string, work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        report.errors.push({ path, message: error instanceof Error ? error.message : String(error) });
      }
    };
    const print = (page: SitePage) =>
      attempt(page.path, async () => {
        const { status, body, asked: questions } = await press.render(page.path, library, settings);
        if (status >= 400 && page.kind !== 'notFound' && page.kind !== 'gone') throw new Error(`${page.path} answered ${status} instead of a page.`);
        const bytes = Buffer.from(body);
        write(page.path, bytes);
        if (page.path === paths.notFound('en')) write(rootNotFound, bytes);
        asked.set(page.path, questions);
      });

    for (const path of strays) if (!redirects.moved.has(path)) remove(path);
    for (const { path, bytes } of siteFiles) await attempt(path, async () => write(path, await bytes()));
    for (const page of inOrder(pages, output.has)) {
      await print(page);
      if (asked.size % 50 === 0) await new Promise(setImmediate);
    }
    for (const [path, text] of closing) write(path, Buffer.from(text));
    memory?.finish({ buildId: press.buildId, contentSecurityPolicy: policy, files: hashes, asked, redirects });
    for (const path of strays) if (redirects.moved.has(path)) remove(path);
    return report;
  } finally {
    memory?.close();
    output.close();
  }
}

/** Static hosts look for their error page here; which language the reader speaks, they do not know. */
const rootNotFound = '/404.html';

/** New documents, standing documents, and then what lists them, so that no list names a page that is not there yet. */
function inOrder(pages: ReadonlyMap<string, SitePage>, stands: (path: string) => boolean): SitePage[] {
  const documents = new Set<SitePage['kind']>(['document', 'kitSheet', 'short', 'helpNow']);
  const groups: [SitePage[], SitePage[], SitePage[]] = [[], [], []];
  for (const page of pages.values()) groups[!documents.has(page.kind) ? 2 : stands(page.path) ? 1 : 0].push(page);
  return groups.flat();
}

function closingFiles(
  library: Library,
  pages: ReadonlyMap<string, SitePage>,
  settings: SiteSettings,
  policy: string,
  moved: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map([
    ...sitemapFiles(library, pages, settings.origin),
    ['/robots.txt', robotsTxt(settings.origin)],
    ['/_headers', headersFile(policy)],
    ['/_redirects', redirectsFile(moved)],
  ]);
}

async function clientFiles(clientDir: string): Promise<SiteFile[]> {
  const files = await filesUnder(clientDir);
  return files.map((file) => ({ path: `/${file.slice(join(clientDir, '/').length)}`, bytes: () => readFile(file) }));
}
