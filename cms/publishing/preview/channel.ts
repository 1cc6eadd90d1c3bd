import { createHash, hkdfSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Env, secretOf } from '../../env.ts';

/** How the admin reaches the publisher for previews. */
export interface PreviewChannel {
  /** A local socket, for an admin on the same machine. */
  socket: string;
  /** Where the publisher answers admins on other machines, if the operator set it. */
  url: string | undefined;
  /** What only this CMS and its publisher know. */
  key: string;
}

/** The path of a Unix socket may have about 100 bytes, on some systems 103 and on others 107. */
const longestSocket = 100;

export function previewChannel(env: Pick<Env, 'dataDir' | 'PAYLOAD_SECRET' | 'PREVIEW_URL'>): PreviewChannel {
  const key = Buffer.from(hkdfSync('sha256', secretOf(env), '', 'alongside preview', 32)).toString('hex');
  return { socket: socketIn(env.dataDir), url: env.PREVIEW_URL, key };
}

function socketIn(dataDir: string): string {
  const name = `alongside-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const socket = join(dataDir, 'preview.sock');
  return Buffer.byteLength(socket) <= longestSocket ? socket : join(tmpdir(), `${name}.sock`);
}
