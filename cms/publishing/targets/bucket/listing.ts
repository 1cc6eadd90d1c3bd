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
export async function compareWithBucket(objects: Objects, pushed: Pushed, prefix: string): Promise<string[]> {
  const found: string[] = [];
  const doubtful: string[] = [];
  const missing = pushed.etags();
  for await (const { key, etag } of objects.list()) {
    const path = pathOfKey(key, prefix);
    const known = missing.get(path);
    missing.delete(path);
    if (known === undefined) {
      if (!(await objects.isOurs(key))) continue;
      found.push(`bucket: ${path} should not be there. It is removed.`);
    } else if (known !== '' && known !== etag) found.push(`bucket: ${path} is not what was published. It is written again.`);
    else continue;
    doubtful.push(path);
  }
  for (const [path, etag] of missing) {
    if (etag !== '') found.push(`bucket: ${path} is missing. It is written again.`);
    doubtful.push(path);
  }
  pushed.begin(doubtful);
  return found;
}

function pathOfKey(key: string, prefix: string): string {
  return `/${key.slice(prefix.length).replace(/(^|\/)index\.html$/, '$1')}`;
}
