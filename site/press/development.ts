import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { defaultLocale, isLocale } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import { readerOf } from '../../cms/library/queries/index.ts';
import type { OpenedLibrary, OpenLibrary } from './adapter.ts';
import { redirectsOf } from './addressBook.ts';
import { contentType } from './contentType.ts';
import { libraryFiles } from './libraryFiles.ts';
import { pagesOf } from './press.ts';
import { sizedPictures } from './sizedPictures.ts';

/** How old, in milliseconds, the library behind `astro dev` may be: an edit in the admin shows on the next look. */
const maxAge = 2_000;

/** Where Astro's development server looks for a request's locals. */
const localsOfRequest = Symbol.for('astro.locals');

type Next = (error?: unknown) => void;

/** For `astro dev`: gives each request the page that the newest library has at its address, and serves the library's files. */
export function answerFromLibrary(openLibrary: OpenLibrary): (request: IncomingMessage, response: ServerResponse, next: Next) => void {
  const newest = refreshed(openLibrary);
  return (request, response, next) => {
    newest()
      .then(async ({ library, settings, filesDir }) => {
        const path = decodeURI((request.url ?? '/').split('?')[0] ?? '/');
        const pages = pagesOf(library);
        const { moved, short } = redirectsOf(library);
        const elsewhere = short.get(path) ?? moved.get(path) ?? (pages.has(`${path}/`) ? `${path}/` : undefined);
        if (elsewhere) return void response.writeHead(302, { Location: elsewhere }).end();
        const file = [...libraryFiles(library, filesDir, sizedPictures(join(dirname(filesDir), 'pictures')))].find((candidate) => candidate.path === path);
        if (file) return void response.setHeader('Content-Type', contentType(path)).end(await file.bytes());
        const locale = path.split('/').find(isLocale) ?? defaultLocale;
        const page = pages.get(path) ?? pages.get(paths.notFound(locale));
        Object.assign(request, { [localsOfRequest]: { library: readerOf(library), page, settings } });
        next();
      })
      .catch(next);
  };
}

/** Opens the library at the first request and again when it is older than `maxAge`, one opening at a time. */
function refreshed(openLibrary: OpenLibrary): () => Promise<OpenedLibrary> {
  let current: Promise<OpenedLibrary> | undefined;
  let openedAt = 0;
  /** The former library is closed when the next is open, so that what both stand on stays up between them. */
  const following = async (former: Promise<OpenedLibrary> | undefined) => {
    try {
      return await openLibrary();
    } finally {
      openedAt = performance.now();
      await former?.then(
        (old) => old.close(),
        () => undefined,
      );
    }
  };
  return () => {
    if (!current || performance.now() - openedAt > maxAge) {
      current = following(current);
      openedAt = Number.POSITIVE_INFINITY;
    }
    return current;
  };
}
