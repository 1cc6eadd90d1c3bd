import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contentType, isCompressible } from '../press/contentType.ts';
import { isImmutable } from '../press/headers.ts';
import { byteRange } from './byteRange.ts';
import type { Compressor } from './compress.ts';
import { encodingFor } from './negotiate.ts';
import type { OpenFile } from './openFile.ts';

/** Above this a file is sent as it is: it would fill the memory of small pages. */
const compressedUpTo = 1_000_000;

/** Sends an open file and closes it. `status` other than 200 (404, 410) is never conditional and never partial. */
export async function sendFile(request: IncomingMessage, response: ServerResponse, file: OpenFile, compressor: Compressor, status = 200): Promise<void> {
  try {
    const type = contentType(file.name);
    const compressible = isCompressible(type) && file.size <= compressedUpTo;
    const range = status === 200 && rangeStillMeant(request, file) ? byteRange(request.headers.range, file.size) : undefined;
    const encoding = compressible && range === undefined ? encodingFor(request.headers['accept-encoding']) : undefined;
    const tag = `"${encoding ? `${file.tag}-${encoding}` : file.tag}"`;
    response.setHeader('Content-Type', type);
    if (compressible) response.appendHeader('Vary', 'Accept-Encoding');
    if (status === 200) {
      response.setHeader('ETag', tag);
      response.setHeader('Accept-Ranges', 'bytes');
      if (isKnown(request.headers['if-none-match'], tag)) return void response.writeHead(304).end();
    }
    if (range === 'unsatisfiable') return void response.writeHead(416, { 'Content-Range': `bytes */${file.size}`, 'Content-Length': 0 }).end();
    if (encoding) {
      const packed = await compressor.compress(file.tag, () => file.handle.readFile(), encoding, isImmutable(file.name) ? 'lasting' : 'changing');
      response.writeHead(status, { 'Content-Encoding': encoding, 'Content-Length': packed.byteLength });
      return void response.end(request.method === 'HEAD' ? undefined : packed);
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    response.writeHead(range ? 206 : status, {
      'Content-Length': end - start + 1,
      ...(range ? { 'Content-Range': `bytes ${start}-${end}/${file.size}` } : {}),
    });
    if (request.method === 'HEAD' || file.size === 0) return void response.end();
    await pipeline(file.handle.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await file.handle.close();
  }
}

/** RFC 9110 13.1.5: a range counts only while the file is the one that the reader has the rest of. */
function rangeStillMeant(request: IncomingMessage, file: OpenFile): boolean {
  const condition = request.headers['if-range'];
  return condition === undefined || condition === `"${file.tag}"`;
}

function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  return ifNoneMatch !== undefined && (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//, '') === tag));
}
