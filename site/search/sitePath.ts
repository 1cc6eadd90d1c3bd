/** An address that an index gave, as a path of this site with its anchor; nothing if it leads anywhere else. */
export function sitePath(address: string, origin: string): string | undefined {
  const url = parsed(address, origin);
  return url?.origin === origin ? url.pathname + url.hash : undefined;
}

function parsed(address: string, origin: string): URL | undefined {
  try {
    return new URL(address, origin);
  } catch {
    // Not an address at all.
    return undefined;
  }
}
