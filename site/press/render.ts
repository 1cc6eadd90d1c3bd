import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SitePage } from '../../cms/library/pages.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { Library } from '../../cms/library/types.ts';
import { type Asked, recordingReader } from './recordingReader.ts';

/** What the built bundle exports: see entry.ts. */
export interface Bundle {
  render(request: Request, locals: App.Locals): Promise<Response>;
}

export interface Rendered {
  status: number;
  contentType: string;
  body: string;
  /** Every question that the page put to the library, once each, with the hash of the answer. */
  asked: Asked[];
}

/** A page that its template could not print. */
class PageFailed extends Error {
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super(`${path} could not be printed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'PageFailed';
    this.path = path;
  }
}

/** Imports a bundle; `version` keeps a rebuilt one apart from the one that this process already holds. */
export async function importBundle(dir: string, version = ''): Promise<Bundle> {
  return (await import(`${pathToFileURL(join(resolve(dir), 'server', 'entry.mjs')).href}${version && `?${version}`}`)) as Bundle;
}

/** Prints one page. Throws `PageFailed` when its template throws. */
export async function renderWith(bundle: Bundle, page: SitePage, library: Library, settings: SiteSettings): Promise<Rendered> {
  const reader = recordingReader(library);
  let failure: { error: unknown } | undefined;
  const failed = (error: unknown) => {
    failure = { error };
  };
  const request = new Request(new URL(page.path, settings.origin));
  const response = await bundle.render(request, { library: reader, page, settings, failed });
  const body = await response.text();
  if (failure) throw new PageFailed(page.path, failure.error);
  return { status: response.status, contentType: response.headers.get('content-type') ?? '', body, asked: reader.asked() };
}
