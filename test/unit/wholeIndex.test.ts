import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { whenWhole } from '../../cms/search/pagefind/whole.ts';

const packed = gzipSync('a piece of an index');

test.each([
  ['empty', Buffer.alloc(0)],
  ['cut off', packed.subarray(0, packed.length - 4)],
])('an index with a file that is %s is not whole until the rest of it is there', async (_, begun) => {
  const file = join(mkdtempSync(join(tmpdir(), 'alongside-whole-')), 'en.pf_index');
  writeFileSync(file, begun);
  await expect(whenWhole(join(file, '..'), 0)).rejects.toThrow(/unfinished/);
  const whole = whenWhole(join(file, '..'));
  writeFileSync(file, packed);
  await whole;
});
