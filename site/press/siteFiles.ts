import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePage } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import type { LibraryReader } from '../../cms/library/queries/index.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { Library } from '../../cms/library/types.ts';
import { filesUnder } from './build.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { headersFile, redirectsFile } from './headers.ts';
import { libraryFiles } from './libraryFiles.ts';
import { sha256 } from './output.ts';
import { type Press, pagesOf } from './press.ts';
import type { Redirects } from './redirects.ts';
import { robotsTxt, sitemapFiles } from './sitemap.ts';
import { sizedPictures } from './sizedPictures.ts';

/** One file of the site: where it stands, and how to come by its bytes. */
export interface SiteFile {
  path: string;
  /** Differs where the file does for a reason that no question to the library shows: another template, another original. */
  version: string;
  /** Files of a lower rank are printed first: what pages need, the pages that must be right soonest, documents, what lists them. */
  rank: Rank;
  /** The page that this file is; other files are no pages. */
  page?: SitePage;
  bytes(reader: LibraryReader): Promise<Uint8Array>;
}

export const ranks = { needed: 0, created: 1, urgent: 2, urgentList: 3, document: 4, list: 5, sitemap: 6, host: 7 } as const;
type Rank = (typeof ranks)[keyof typeof ranks];

export interface SiteFilesOptions {
  settings: SiteSettings;
  press: Press;
  /** Where the originals of uploads lie. */
  filesDir: string;
  /** Where sized pictures are kept between rounds. */
  picturesDir: string;
}

/** Makes the list of all files of the site for one library after another. What did not change from one to the next is the same object. */
export async function openSiteFiles({ settings, press, filesDir, picturesDir }: SiteFilesOptions) {
  const policy = contentSecurityPolicy(settings);
  const build = JSON.stringify([press.buildId, settings]);
  const client = await clientFiles(press.clientDir);
  const pictures = sizedPictures(picturesDir);
  const ofPages = new WeakMap<SitePage, SiteFile>();

  const pageFile = (page: SitePage): SiteFile => {
    const known = ofPages.get(page) ?? newPageFile(page);
    ofPages.set(page, known);
    return known;
  };
  const newPageFile = (page: SitePage): SiteFile => ({
    path: page.path,
    version: `${build} ${JSON.stringify(page)}`,
    rank: rankOf(page),
    page,
    bytes: (reader) => rendered(page, reader),
  });
  const rendered = async (page: SitePage, reader: LibraryReader): Promise<Uint8Array> => {
    const { status, body } = await press.renderPage(page, reader, settings);
    if (status >= 400 && page.kind !== 'notFound' && page.kind !== 'gone') throw new Error(`${page.path} answered ${status} instead of a page.`);
    return Buffer.from(body);
  };

  return {
    policy,
    of(library: Library, redirects: Redirects): Map<string, SiteFile> {
      const files = new Map<string, SiteFile>();
      const add = (file: SiteFile) => files.set(file.path, file);
      for (const file of client) add(file);
      for (const file of libraryFiles(library, filesDir, pictures)) add(file);
      for (const page of pagesOf(library).values()) {
        add(pageFile(page));
        if (page.path === paths.notFound('en')) add({ ...pageFile(page), path: rootNotFound, version: `${build} ${rootNotFound}` });
      }
      for (const { path, version = '', text } of sitemapFiles(library, settings.origin))
        add({ path, version: build + version, rank: ranks.sitemap, bytes: async (reader) => Buffer.from(text(reader)) });
      for (const [path, text] of hostFiles(settings, policy, redirects)) add({ path, version: text, rank: ranks.host, bytes: async () => Buffer.from(text) });
      return files;
    },
  };
}

/** Static hosts look for their error page here; which language the reader speaks, they do not know. */
const rootNotFound = '/404.html';

/** Where somebody may be in danger, or about to set out, comes first. A document comes before the lists that name it. */
function rankOf(page: SitePage): Rank {
  switch (page.kind) {
    case 'helpNow':
      return ranks.urgent;
    case 'document':
      return page.document.collection === 'workshops' ? ranks.urgent : ranks.document;
    case 'kitSheet':
    case 'short':
      return ranks.document;
    case 'home':
      return ranks.urgentList;
    case 'section':
      return page.collection === 'workshops' ? ranks.urgentList : ranks.list;
    default:
      return ranks.list;
  }
}

function hostFiles(settings: SiteSettings, policy: string, { moved }: Redirects): [string, string][] {
  return [
    ['/robots.txt', robotsTxt(settings.origin)],
    ['/_headers', headersFile(policy)],
    ['/_redirects', redirectsFile(moved)],
  ];
}

async function clientFiles(clientDir: string): Promise<SiteFile[]> {
  const files = await filesUnder(clientDir);
  return Promise.all(
    files.map(async (file): Promise<SiteFile> => {
      const bytes = await readFile(file);
      return {
        path: `/${file.slice(join(clientDir, '/').length)}`,
        version: sha256(bytes),
        rank: ranks.needed,
        bytes: async () => bytes,
      };
    }),
  );
}
