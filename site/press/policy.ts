import { createHash } from 'node:crypto';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import { locales } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import { sitePages } from '../../cms/library/pages.ts';
import { emptyLibrary } from './emptyLibrary.ts';
import { importBundle, renderWith } from './render.ts';
import type { BuildNote } from './build.ts';

const script = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const style = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** A script of another type, such as JSON-LD, is data: browsers do not run it, and no policy needs to name it. */
const data = /\btype="(?!module|text\/javascript)[^"]+"/;

/**
 * The hashes of the inline scripts and styles that Astro's islands bring, read from the pages that carry islands. They are printed from a library
 * without a word in it, so that nothing that anybody writes can ever become a script that the policy allows.
 */
export async function inlineHashes(bundleDir: string): Promise<BuildNote['inline']> {
  const bundle = await importBundle(bundleDir);
  const pages = sitePages(emptyLibrary);
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const path of locales.flatMap((locale) => [paths.home(locale), paths.search(locale)])) {
    const page = pages.get(path);
    if (!page) continue;
    const { body } = await renderWith(bundle, page, emptyLibrary, { origin: 'http://localhost', leaveUrl: 'https://weather.gov' });
    const html = body.toString();
    for (const [, attributes = '', text = ''] of html.matchAll(script)) if (!data.test(attributes)) scripts.add(hashSource(text));
    for (const [, text = ''] of html.matchAll(style)) styles.add(hashSource(text));
  }
  return { scripts: [...scripts].sort(), styles: [...styles].sort() };
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The one Content-Security-Policy of the site. Pagefind's index reader is WebAssembly; Algolia's hosts appear only where the operator chose it. */
export function contentSecurityPolicy(inline: BuildNote['inline'], settings: Pick<SiteSettings, 'algolia'>): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...inline.scripts],
    'style-src': ["'self'", ...inline.styles],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...algoliaHosts(settings.algolia)],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; ');
}

/** The hosts that Algolia's own client tries, in its order: https://www.algolia.com/doc/rest-api/search/#hosts */
function algoliaHosts(algolia: SiteSettings['algolia']): string[] {
  if (!algolia) return [];
  if (algolia.host) return [new URL(algolia.host.includes('://') ? algolia.host : `https://${algolia.host}`).origin];
  return [`https://${algolia.appId}-dsn.algolia.net`, ...[1, 2, 3].map((replica) => `https://${algolia.appId}-${replica}.algolianet.com`)];
}
