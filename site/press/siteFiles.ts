import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SitePage } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import type { LibraryReader } from '../../cms/library/queries/index.ts';
import { publicCollections } from '../../cms/library/sections.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { Library } from '../../cms/library/types.ts';
import { calendarFiles } from '../calendar/calendarFiles.ts';
import type { Redirects } from './addressBook.ts';
import { filesUnder } from './build.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { headersFile, redirectsFile } from './headers.ts';
import { libraryFiles } from './libraryFiles.ts';
import { sha256 } from './output.ts';
import type { Press } from './press.ts';
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

/** The files that are other ones since the library before: where something is to be printed perhaps, and where nothing stands any more. */
export interface FileChanges {
  changed: ReadonlySet<string>;
  removed: readonly string[];
}

/** Keeps the list of all files of the site for one library after another. */
export async function openSiteFiles({ settings, press, filesDir, picturesDir }: SiteFilesOptions) {
  const policy = contentSecurityPolicy(settings);
  const build = JSON.stringify([press.buildId, settings]);
  const client = await clientFiles(press.clientDir);
  const pictures = sizedPictures(picturesDir);
  const files = new Map<string, SiteFile>(client.map((file) => [file.path, file]));
  /** Files that are no pages come in groups, each of which is listed anew when what it follows from is another one. */
  const groups = new Map<string, { from: readonly unknown[]; paths: ReadonlySet<string> }>();
  let isFirst = true;

  const rendered = async (page: SitePage, reader: LibraryReader): Promise<Uint8Array> => {
    const { status, body } = await press.renderPage(page, reader, settings);
    if (status >= 400 && page.kind !== 'notFound' && page.kind !== 'gone') throw new Error(`${page.path} answered ${status} instead of a page.`);
    return Buffer.from(body);
  };
  const pageFile = (page: SitePage, path = page.path): SiteFile => ({
    path,
    get version() {
      return `${build} ${path} ${JSON.stringify(page)}`;
    },
    rank: rankOf(page),
    page,
    bytes: (reader) => rendered(page, reader),
  });

  return {
    policy,
    files: files as ReadonlyMap<string, SiteFile>,
    /** Puts another library in place: `pages` are those that differ, by path, `undefined` where none stands any more. */
    become(library: Library, pages: ReadonlyMap<string, SitePage | undefined>, redirects: Redirects): FileChanges {
      const changed = new Set<string>(isFirst ? files.keys() : []);
      const removed: string[] = [];
      isFirst = false;
      const put = (path: string, file: SiteFile | undefined) => {
        if (file) {
          files.set(path, file);
          changed.add(path);
        } else if (files.delete(path)) removed.push(path);
      };
      const putGroup = (name: string, from: readonly unknown[], list: () => Iterable<SiteFile>) => {
        const former = groups.get(name);
        if (former?.from.every((part, index) => part === from[index])) return;
        const listed = new Map([...list()].map((file) => [file.path, file]));
        for (const [path, file] of listed) if (files.get(path)?.version !== file.version) put(path, file);
        for (const path of former?.paths ?? []) if (!listed.has(path)) put(path, undefined);
        groups.set(name, { from, paths: new Set(listed.keys()) });
      };
      putGroup('library', [library.documents.materials, library.media], () => libraryFiles(library, filesDir, pictures));
      for (const [path, page] of pages) {
        put(path, page && pageFile(page));
        if (path === paths.notFound('en')) put(rootNotFound, page && pageFile(page, rootNotFound));
      }
      const sizes = publicCollections.map((collection) => library.documents[collection].size);
      putGroup('sitemap', sizes, () =>
        sitemapFiles(library, settings.origin).map(({ path, version = '', text }) => ({
          path,
          version: build + version,
          rank: ranks.sitemap,
          bytes: async (reader) => Buffer.from(text(reader)),
        })),
      );
      // Which dates are next follows from the workshops, the closures and the day.
      putGroup('calendars', [library.documents.workshops, library.program, library.asOf], () =>
        [...calendarFiles(library, settings.origin)].map(({ path, text }) => ({
          path,
          version: build,
          rank: ranks.document,
          bytes: async (reader) => Buffer.from(text(reader)),
        })),
      );
      putGroup('host', [redirects.moved], () =>
        hostFiles(settings, policy, redirects).map(([path, text]) => ({ path, version: text, rank: ranks.host, bytes: async () => Buffer.from(text) })),
      );
      return { changed, removed };
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
    case 'month':
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
