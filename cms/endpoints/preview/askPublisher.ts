import { type RequestOptions, request } from 'node:http';
import type { NoPageReason } from '../../admin/preview/words.ts';
import { readEnv } from '../../env.ts';
import type { Locale } from '../../library/locales.ts';
import { type PreviewChannel, previewChannel } from '../../publishing/preview/channel.ts';

const longestWaitMs = 10_000;

export type PublisherAnswer =
  | { ok: true; type: string; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; status: number; reason: NoPageReason; problem?: Partial<Record<Locale, string>> };

/** Asks the publisher for a page or a file of a preview. `down` where it does not answer. */
export async function askPublisher(path: string, order?: object): Promise<PublisherAnswer> {
  try {
    const { status, type, bytes } = await send(previewChannel(readEnv()), path, order);
    if (status === 200) return { ok: true, type, bytes };
    return { ok: false, status, ...(JSON.parse(Buffer.from(bytes).toString()) as { reason: NoPageReason }) };
  } catch (error) {
    console.error(`The publisher could not be asked for a preview: ${error instanceof Error ? error.message : error}`);
    return { ok: false, status: 503, reason: 'down' };
  }
}

function send({ socket, url, key }: PreviewChannel, path: string, order?: object): Promise<{ status: number; type: string; bytes: Uint8Array<ArrayBuffer> }> {
  const body = order && JSON.stringify(order);
  const where: RequestOptions = url ? { hostname: new URL(url).hostname, port: new URL(url).port || 80 } : { socketPath: socket };
  const headers = { Authorization: `Bearer ${key}`, ...(body && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }) };
  return new Promise((resolve, reject) => {
    const asking = request({ ...where, path, method: body ? 'POST' : 'GET', headers, agent: false, signal: AbortSignal.timeout(longestWaitMs) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', bytes: new Uint8Array(Buffer.concat(chunks)) }),
      );
    });
    asking.once('error', reject);
    asking.end(body);
  });
}
