/** What a request asks for: a decoded site path, the query as it came, or nothing that this site could ever hold. */
export type RequestPath = { path: string; query: string } | undefined;

/**
 * Reads a request target strictly. No address of this site has an encoded slash, a backslash, a null byte, an empty segment or a dot segment, so such
 * a target is refused before any file name is made of it.
 */
export function requestPath(target: string): RequestPath {
  const at = target.indexOf('?');
  const raw = at < 0 ? target : target.slice(0, at);
  const query = at < 0 ? '' : target.slice(at);
  if (!raw.startsWith('/') || /%(2f|5c|00)/i.test(raw)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (/[\0\\]/.test(path) || path.includes('//') || path.split('/').some((segment) => segment === '.' || segment === '..')) return undefined;
  return { path, query };
}

/** Files that speak to hosts, not to readers, and anything hidden. */
export function isPrivate(path: string): boolean {
  return path === '/_headers' || path === '/_redirects' || path.split('/').some((segment) => segment.startsWith('.'));
}
