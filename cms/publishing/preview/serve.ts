import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type PreviewOptions, previewAnswerer } from './answer.ts';

export interface PreviewServer {
  close(): Promise<void>;
}

/**
 * Answers the admin's previews beside the rounds, on a local socket and, where the operator set PREVIEW_URL, on its port. A preview that fails is
 * answered with the reason, and nothing else comes of it; where an address cannot be had, that is told, and pages are published all the same.
 */
export async function servePreviews(options: PreviewOptions): Promise<PreviewServer> {
  const { channel, onError } = options;
  const servers: Server[] = [];
  for (const at of [{ path: channel.socket }, ...(channel.url ? [{ port: Number(new URL(channel.url).port || 80) }] : [])]) {
    try {
      servers.push((await listening(options, at)).on('error', onError));
    } catch (error) {
      onError(new Error(`Previews cannot be answered at ${Object.values(at)}: ${error instanceof Error ? error.message : error}`));
    }
  }
  return {
    async close() {
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed).closeAllConnections())));
    },
  };
}

async function listening(options: PreviewOptions, at: { path: string } | { port: number }): Promise<Server> {
  // Whoever serves previews holds the press lock, so a socket that is still there is of a publisher that was killed.
  if ('path' in at && process.platform !== 'win32') await rm(at.path, { force: true });
  const answer = previewAnswerer(options);
  const server = createServer((request, response) => void answer(request, response));
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, () => resolve(void server.off('error', reject))));
  return server;
}
