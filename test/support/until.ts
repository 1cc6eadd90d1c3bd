import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so, and says what is still not when it takes too long. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, { seconds = 60, every = 50 } = {}): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(every)) if (await isSo()) return;
  throw new Error(`After ${seconds} s it is still not so that ${what}.`);
}

/** Sends a process a signal and waits for its end; tells the exit code. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}
