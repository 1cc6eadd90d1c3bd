import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../../library/locales.ts';

/** Has a child process at low priority write the index of `lines` (see build.ts) into a new folder. */
export async function runBuild(locale: Locale, folder: string, lines: readonly Buffer[]): Promise<void> {
  const program = fileURLToPath(new URL('./build.ts', import.meta.url));
  const child = spawn(process.execPath, [program, locale, folder], { stdio: ['pipe', 'ignore', 'pipe', 'ipc'] });
  const { stdin, stderr } = child;
  if (!stdin || !stderr) throw new Error('The child process that builds the search index has no pipes.');
  const said: Buffer[] = [];
  stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [closed, fed] = await Promise.allSettled([once(child, 'close'), pipeline(Readable.from(fedLines(lines)), stdin)]);
  if (closed.status === 'rejected') throw closed.reason;
  const [code, signal] = closed.value as [number | null, string | null];
  if (code === 0) return;
  throw new Error(`The search index of '${locale}' was not built (${signal ?? `exit ${code}`}); the last one stays. ${Buffer.concat(said).toString().trim()}`, {
    cause: fed.status === 'rejected' ? fed.reason : undefined,
  });
}

function* fedLines(lines: readonly Buffer[]): Generator<Buffer> {
  yield* lines;
  yield Buffer.from('end\n');
}
