import { type ForkOptions, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Stopped } from '../../cms/commands/stopped.ts';

/** Runs a script of this folder in a process of its own, so that no figure is helped or hurt by what ran before it; gives what the script sent. */
export function inChild<Result>(script: string, args: readonly string[], options: ForkOptions = {}): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [...args], options);
  let result: { sent: Result } | undefined;
  child.once('message', (message) => {
    result = { sent: message as Result };
  });
  child.once('error', reject);
  child.once('exit', (code) =>
    result && code === 0 ? resolve(result.sent) : reject(new Stopped(`${[script, ...args].join(' ')} ended with code ${code}: its own words stand above.`)),
  );
  return promise;
}

/** Sends what a script of this folder measured to the process that started it, and ends. */
export function answer(result: unknown): void {
  process.send?.(result, () => process.exit(0));
}
