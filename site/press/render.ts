import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SitePage } from '../../cms/library/pages.ts';
import type { LibraryReader } from '../../cms/library/queries/index.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';

/** What the built bundle exports: see entry.ts. */
export interface Bundle {
  render(request: Request, locals: App.Locals): Promise<Response>;
}

export interface Rendered {
  status: number;
  contentType: string;
  body: string;
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

/** Prints one page with what `library` answers. Throws `PageFailed` when its template throws. */
export async function renderWith(bundle: Bundle, page: SitePage, library: LibraryReader, settings: SiteSettings): Promise<Rendered> {
  let failure: { error: unknown } | undefined;
  const failed = (error: unknown) => {
    failure = { error };
  };
  const request = new Request(new URL(page.path, settings.origin));
  try {
    const response = await bundle.render(request, { library, page, settings, failed });
    const body = await response.text();
    if (!failure) return { status: response.status, contentType: response.headers.get('content-type') ?? '', body };
  } catch (error) {
    failed(error);
  }
  throw new PageFailed(page.path, failure?.error);
}
