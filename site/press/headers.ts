/** Two years: https://hstspreload.org asks for at least one. */
export const strictTransportSecurity = 'max-age=63072000';

/** Headers of every answer, whoever serves the site: our own server, or a static host that reads `_headers`. */
export function securityHeaders(contentSecurityPolicy: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  };
}

/** For an SVG that somebody opens by itself: it may draw, and nothing else. */
export const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Files whose name changes with their content, so that a copy is good for ever. */
const immutableFolders = ['/assets/', '/media/'];

const immutable = 'public, max-age=31536000, immutable';

/** Whether what stands at this path never changes: another content has another path. */
export function isImmutable(path: string): boolean {
  return immutableFolders.some((folder) => path.startsWith(folder));
}

/** A page or a calendar may be kept, and is asked about before each use. A handout may be shown for five minutes without asking. */
export function cacheControl(path: string): string {
  if (isImmutable(path)) return immutable;
  return path.endsWith('/') || /\.(html|xml|txt|ics)$/.test(path) || path.startsWith('/pagefind/') ? 'no-cache' : 'public, max-age=300';
}

/** The `_headers` file of Netlify, Cloudflare Pages and others. */
export function headersFile(contentSecurityPolicy: string): string {
  const everywhere = { ...securityHeaders(contentSecurityPolicy), 'Strict-Transport-Security': strictTransportSecurity };
  const lines = Object.entries(everywhere).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, ...immutableFolders.flatMap((folder) => ['', `${folder}*`, `  Cache-Control: ${immutable}`]), ''].join('\n');
}

/** The `_redirects` file of the same hosts. An address that is gone needs no line there: nothing stands at it. */
export function redirectsFile(moved: ReadonlyMap<string, string>): string {
  return [...moved]
    .map(([from, to]) => `${from} ${to} 301\n`)
    .sort()
    .join('');
}
