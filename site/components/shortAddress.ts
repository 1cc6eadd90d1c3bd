/** An address as people read it aloud and type it: without the scheme and the closing slash. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
