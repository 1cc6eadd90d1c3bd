import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.ts';
import { Stopped } from './stopped.ts';

interface Options {
  env?: Record<string, string>;
  /** Shows what the program says as it says it; otherwise only where it fails. */
  shown?: boolean;
}

/** Runs a script with this Node until it ends. Throws, with what it said, where it fails. */
export async function runScript(what: string, run: string[], { env = {}, shown = false }: Options = {}): Promise<string> {
  const child = spawn(process.execPath, run, { cwd: root, env: { ...process.env, ...env }, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  const onSignal = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  if (code === null) throw new Stopped(`${what} was stopped.`);
  if (code !== 0) throw new Stopped(`${said}${what} failed (exit code ${code})${said ? ': its own words stand above' : ''}.`);
  return said;
}

/** The script of a program that a package brings. */
export function scriptOf(packageName: string, name = packageName): string {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[name];
  if (!script) throw new Error(`The package ${packageName} has no program ${name}.`);
  return join(folder, script);
}
