import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a build leaves for the process that ordered it: `[address, id]` of every page. */
export const idsFile = 'ids.json';

/** How the index in `folder` calls the page at each address. Pagefind names a page's file by it, and keeps the address inside. */
export function fragmentIds(folder: string): Map<string, string> {
  const fragments = join(folder, 'fragment');
  return new Map(readdirSync(fragments).map((file) => [addressIn(join(fragments, file)), file.replace(/\.pf_fragment$/, '')]));
}

function addressIn(file: string): string {
  const text = gunzipSync(readFileSync(file)).toString();
  const found = /^pagefind_dcd\{"url":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  if (!found) throw new Error(`${file} does not begin with the address of its page, as Pagefind 1.5 writes it.`);
  return JSON.parse(found) as string;
}
