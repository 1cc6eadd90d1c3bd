import { type Said, said } from '../../../fields/said.ts';
import type { Compared } from '../following.ts';
import type { Objects } from './objects.ts';
import type { Pushed } from './pushed.ts';

/**
 * For a record that begins anew beside a bucket that is not empty, as on a new machine: what this site once wrote there and no longer wants is put on record,
 * to be removed. What is `wanted` is written in any case.
 */
export async function findFormerObjects(objects: Objects, pushed: Pushed, prefix: string, wanted: { has(path: string): boolean }): Promise<void> {
  const former: string[] = [];
  for await (const { key } of objects.list()) {
    const path = pathOfKey(key, prefix);
    if (!wanted.has(path) && !pushed.signatures.has(path) && (await objects.isOurs(key))) former.push(path);
  }
  pushed.begin(former);
}

/**
 * Compares the bucket with what was pushed, and says each disagreement in a line. What disagrees counts as unknown from now on, so that the next push
 * mends it; objects that this site did not write are left alone.
 */
export async function compareWithBucket(objects: Objects, pushed: Pushed, prefix: string): Promise<Compared> {
  const found: Said[] = [];
  const doubtful: string[] = [];
  const missing = pushed.etags();
  let compared = missing.size;
  for await (const { key, etag } of objects.list()) {
    const path = pathOfKey(key, prefix);
    const known = missing.get(path);
    missing.delete(path);
    if (known === undefined) {
      if (!(await objects.isOurs(key))) continue;
      compared += 1;
      found.push(words.stray(path));
    } else if (known !== '' && known !== etag) found.push(words.changed(path));
    else continue;
    doubtful.push(path);
  }
  for (const [path, etag] of missing) {
    if (etag !== '') found.push(words.missing(path));
    doubtful.push(path);
  }
  pushed.begin(doubtful);
  return { compared, found };
}

const words = {
  changed: (path: string) =>
    said(`bucket: ${path} is not what was published. It is written again.`, `bucket: ${path} no es lo que se publicó. Se escribe de nuevo.`),
  missing: (path: string) => said(`bucket: ${path} is missing. It is written again.`, `bucket: falta ${path}. Se escribe de nuevo.`),
  stray: (path: string) => said(`bucket: ${path} should not be there. It is removed.`, `bucket: ${path} no debería estar allí. Se retira.`),
};

function pathOfKey(key: string, prefix: string): string {
  return `/${key.slice(prefix.length).replace(/(^|\/)index\.html$/, '$1')}`;
}
