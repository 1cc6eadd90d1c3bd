import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { createCompressor } from '../../site/server/compress.ts';

const text = Buffer.from(Array.from({ length: 4_000 }, (_, line) => `const line${line} = ${line * 7919};`).join('\n'));

function reader(bytes = text) {
  const asked = { times: 0 };
  const read = async () => {
    asked.times += 1;
    return bytes;
  };
  return { asked, read };
}

test('what never changes is sent as small as brotli can make it, a page nearly so', async () => {
  const { compress } = createCompressor();
  const { read } = reader();
  const asset = await compress('asset', read, 'br', 'lasting');
  const page = await compress('page', read, 'br', 'changing');
  expect(asset.byteLength).toBe(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength } }).byteLength);
  expect(asset.byteLength).toBeLessThan(page.byteLength);
  expect(brotliDecompressSync(asset)).toEqual(text);
});

test('what many open at once is read and compressed once', async () => {
  const { compress } = createCompressor();
  const { asked, read } = reader();
  await Promise.all([compress('a', read, 'br', 'lasting'), compress('a', read, 'br', 'lasting')]);
  await compress('a', read, 'br', 'lasting');
  expect(asked.times).toBe(1);
});

test('the memory keeps the newest used within its limit', async () => {
  const { byteLength } = await createCompressor().compress('a', reader().read, 'br', 'changing');
  const { compress } = createCompressor(byteLength * 2);
  const { asked, read } = reader();
  for (const tag of ['a', 'b', 'a', 'c']) await compress(tag, read, 'br', 'changing');
  expect(asked.times).toBe(3);
  await compress('a', read, 'br', 'changing');
  expect(asked.times).toBe(3);
  await compress('b', read, 'br', 'changing');
  expect(asked.times).toBe(4);
});

test('a file that could not be read is read again', async () => {
  const { compress } = createCompressor();
  await expect(compress('a', () => Promise.reject(new Error('The disk is away.')), 'gzip', 'changing')).rejects.toThrow('The disk is away.');
  const { read } = reader();
  expect((await compress('a', read, 'gzip', 'changing')).byteLength).toBeGreaterThan(0);
});
