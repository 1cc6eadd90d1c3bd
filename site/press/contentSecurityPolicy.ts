import type { SiteSettings } from '../../cms/library/siteSettings.ts';

/**
 * The one Content-Security-Policy of the site: no inline script, no inline style. Pagefind's index reader is WebAssembly; Algolia's hosts appear only where
 * the operator chose it.
 */
export function contentSecurityPolicy(settings: Pick<SiteSettings, 'algolia'> = {}): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...algoliaHosts(settings.algolia)],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The hosts that Algolia's own client tries, in its order: https://www.algolia.com/doc/rest-api/search/#hosts */
function algoliaHosts(algolia: SiteSettings['algolia']): string[] {
  if (!algolia) return [];
  if (algolia.host) return [new URL(algolia.host.includes('://') ? algolia.host : `https://${algolia.host}`).origin];
  return [`https://${algolia.appId}-dsn.algolia.net`, ...[1, 2, 3].map((replica) => `https://${algolia.appId}-${replica}.algolianet.com`)];
}
