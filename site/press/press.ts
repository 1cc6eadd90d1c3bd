import { join } from 'node:path';
import { defaultLocale } from '../../cms/library/locales.ts';
import { type SitePage, sitePages } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import { type LibraryReader, readerOf } from '../../cms/library/queries/index.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { Library } from '../../cms/library/types.ts';
import { defaultPressDir, readNote } from './build.ts';
import { emptyLibrary } from './emptyLibrary.ts';
import { type Bundle, importBundle, type Rendered, renderWith } from './render.ts';

/** The resident renderer: the built templates, held in this process. */
export interface Press {
  buildId: string;
  /** Scripts, styles, fonts and the files of site/public, as the site serves them. */
  clientDir: string;
  /** Prints the page at `path`. Throws when no page of this library stands there, and `PageFailed` when its template throws. */
  render(path: string, library: Library, settings: SiteSettings): Promise<Rendered>;
  /** Prints a page with what `reader` answers. Throws `PageFailed` when its template throws. */
  renderPage(page: SitePage, reader: LibraryReader, settings: SiteSettings): Promise<Rendered>;
}

/** Opens the press that `buildPress` built. Throws, with what to do, where there is none. */
export async function openPress(dir = defaultPressDir): Promise<Press> {
  const note = await readNote(dir);
  if (!note) throw new Error(`There is no built press in ${dir}. Build it first: npm start does, and so does buildPress().`);
  const bundle = await importBundle(dir, note.buildId);
  await holdWhole(bundle);
  return {
    buildId: note.buildId,
    clientDir: join(dir, 'client'),
    async render(path, library, settings) {
      const page = pagesOf(library).get(path);
      if (!page) throw new Error(`No page of the library stands at ${path}.`);
      return renderWith(bundle, page, readerOf(library), settings);
    },
    renderPage: (page, reader, settings) => renderWith(bundle, page, reader, settings),
  };
}

/** A bundle loads its parts at the first page. Printing one now holds all of them in memory, so that a newer bundle may take the folder's place. */
async function holdWhole(bundle: Bundle): Promise<void> {
  const home = pagesOf(emptyLibrary).get(paths.home(defaultLocale));
  if (home) await renderWith(bundle, home, readerOf(emptyLibrary), { origin: 'http://localhost', leaveUrl: 'https://weather.gov' });
}

const pageMaps = new WeakMap<Library, ReturnType<typeof sitePages>>();

/** The pages of a library, made once for each library. */
export function pagesOf(library: Library): ReturnType<typeof sitePages> {
  const pages = pageMaps.get(library) ?? sitePages(library);
  pageMaps.set(library, pages);
  return pages;
}
