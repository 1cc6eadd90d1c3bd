import { contentType } from '../../../../site/press/contentType.ts';
import { cacheControl } from '../../../../site/press/headers.ts';
import { fileOf, sha256 } from '../../../../site/press/output.ts';
import { defaultLocale, isLocale, type Locale } from '../../../library/locales.ts';
import { paths } from '../../../library/paths.ts';
import type { StandingSite } from '../following.ts';
import { redirectPage } from './redirectPage.ts';
import { searchFilesIn } from './searchFiles.ts';

/** An object that the bucket is to hold. */
export interface Wanted {
  kind: 'file' | 'gone' | 'moved';
  contentType: string;
  cacheControl: string;
  /** The site path of the file whose bytes it has, with their SHA-256 where it is known; or the bytes themselves. */
  body: { file: string; hash?: string } | { text: string };
  /** Where a bucket that is served as a website sends readers on to. */
  redirect?: string;
  /** Tells one state of the object from another, headers included. */
  signature: string;
}

/** Files that speak to other kinds of hosts; in a bucket they would be pages that anybody can read. */
const forOtherHosts = new Set(['/_headers', '/_redirects']);

/**
 * Every object by its site path: the files with the headers that our own server sends, the page that says 'gone' at every address that is, and a page that
 * leads on at every address that moved. `former` is the answer for the site before, of which most is still so.
 */
export function wantedObjects(site: StandingSite, origin: string, former: ReadonlyMap<string, Wanted> = new Map()): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const [path, hash] of site.files) if (!forOtherHosts.has(path)) wanted.set(path, file(path, hash, former.get(path)));
  for (const path of site.redirects.gone) {
    const page = paths.gone(localeOf(path));
    const hash = site.files.get(page);
    if (hash && !site.files.has(path)) wanted.set(path, { ...object(path, hash, { file: page, hash }), kind: 'gone' });
  }
  for (const [path, to] of site.redirects.moved) {
    if (!site.files.has(path)) wanted.set(path, moved(path, new URL(encodeURI(decodeURI(to)), origin).href, former.get(path)));
  }
  return wanted;
}

/** The files of the search index that lies in the folder. */
export function wantedSearchFiles(outDir: string): Map<string, Wanted> {
  return new Map([...searchFilesIn(outDir)].map(([path, state]) => [path, object(path, state, { file: path })]));
}

function object(path: string, state: string, body: Wanted['body']): Wanted {
  const headers = { contentType: contentType(fileOf(path)), cacheControl: cacheControl(path) };
  return { kind: 'file', ...headers, body, signature: `${state} ${headers.contentType} ${headers.cacheControl}` };
}

function file(path: string, hash: string, former: Wanted | undefined): Wanted {
  const isSame = former?.kind === 'file' && 'file' in former.body && former.body.hash === hash;
  return isSame ? former : object(path, hash, { file: path, hash });
}

function moved(path: string, redirect: string, former: Wanted | undefined): Wanted {
  if (former?.redirect === redirect) return former;
  const text = redirectPage(localeOf(path), redirect);
  return { ...object(path, sha256(Buffer.from(text)), { text }), kind: 'moved', redirect };
}

function localeOf(path: string): Locale {
  const first = path.split('/')[1];
  return isLocale(first) ? first : defaultLocale;
}
