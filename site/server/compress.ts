import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './negotiate.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** For what changes: level 5 of 11 is within 5 % of the best size for a page, in a fiftieth of the time. For what never does, the best. */
const brotliLevels = { changing: 5, lasting: 11 } as const;

export interface Compressor {
  /**
   * `tag` names the bytes: the same tag, the same bytes, so `read` is called only where they are not known. `lasting` bytes stand under their address for
   * ever: they are worth half a second, once.
   */
  compress(tag: string, read: () => Promise<Buffer>, encoding: Encoding, life: keyof typeof brotliLevels): Promise<Buffer>;
}

/** Compresses with a memory of the newest `limit` bytes of results. What many open at once is compressed once. */
export function createCompressor(limit = 16_000_000): Compressor {
  /** The size is 0 until the result is there. */
  const kept = new Map<string, { result: Promise<Buffer>; size: number }>();
  let total = 0;

  function forget(key: string): void {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  }

  function start(key: string, work: Promise<Buffer>): Promise<Buffer> {
    const entry = { result: work, size: 0 };
    kept.set(key, entry);
    work.then(
      ({ byteLength }) => {
        // Others may have taken its place while it was made.
        if (kept.get(key) !== entry) return;
        entry.size = byteLength;
        total += byteLength;
        for (const oldest of kept.keys()) {
          if (total <= limit) break;
          forget(oldest);
        }
      },
      () => forget(key),
    );
    return work;
  }

  return {
    compress(tag, read, encoding, life) {
      const key = `${encoding} ${tag}`;
      const standing = kept.get(key);
      if (!standing) return start(key, packed(read, encoding, brotliLevels[life]));
      kept.delete(key);
      kept.set(key, standing);
      return standing.result;
    },
  };
}

async function packed(read: () => Promise<Buffer>, encoding: Encoding, level: number): Promise<Buffer> {
  const bytes = await read();
  if (encoding === 'gzip') return zip(bytes);
  return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } });
}
