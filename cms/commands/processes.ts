import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { root } from './settings.ts';

/** A program that runs as long as its command does. */
export interface Program {
  name: string;
  /** A script and its arguments, run by this Node. */
  run: string[];
  env?: Record<string, string>;
}

const endWithParent = fileURLToPath(new URL('endWithParent.ts', import.meta.url));
const restartAfterMs = 1000;
/** A program that dies this often within a minute is not started again: something is wrong that a restart does not mend. */
const deathsAMinute = 4;
const stopWithinMs = 10_000;

/**
 * Keeps programs running until the operator stops the command (Ctrl-C or SIGTERM). What they say is shown with their name. One that dies is started
 * again; one that keeps dying ends the command, and all others, with exit code 1.
 */
export class Processes {
  readonly #running = new Map<string, ChildProcess>();
  readonly #deaths = new Map<string, number[]>();
  #stopping: Promise<void> | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.stop(0));
  }

  start(program: Program): void {
    if (this.#stopping) return;
    const child = spawn(process.execPath, ['--import', endWithParent, ...program.run], {
      cwd: root,
      env: { ...process.env, ...program.env, COMMAND_PID: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#running.set(program.name, child);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => line.trim() && console.log(`[${program.name}] ${line}`));
    }
    child.once('error', (error) => console.error(`[${program.name}] could not be started: ${error.message}`));
    child.once('exit', (code, signal) => this.#ended(program, signal ?? `code ${code}`));
  }

  /** Ends every program, waits for them, and ends this command. */
  stop(exitCode: number): Promise<void> {
    this.#stopping ??= this.#end(exitCode);
    return this.#stopping;
  }

  async #end(exitCode: number): Promise<void> {
    console.log('\nStopping.');
    const children = [...this.#running.values()];
    const ended = children.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
    for (const child of children) child.kill('SIGTERM');
    const late = setTimeout(() => {
      for (const child of this.#running.values()) child.kill('SIGKILL');
    }, stopWithinMs);
    await Promise.all(ended);
    clearTimeout(late);
    process.exit(exitCode);
  }

  #ended(program: Program, how: string): void {
    this.#running.delete(program.name);
    if (this.#stopping) return;
    const now = Date.now();
    const deaths = [...(this.#deaths.get(program.name) ?? []), now].filter((time) => now - time < 60_000);
    this.#deaths.set(program.name, deaths);
    if (deaths.length >= deathsAMinute) {
      console.error(`The ${program.name} ended ${deaths.length} times within a minute (${how}). Its own words stand above. Everything is stopped.`);
      void this.stop(1);
      return;
    }
    console.error(`The ${program.name} ended (${how}) and is started again.`);
    setTimeout(() => this.start(program), restartAfterMs);
  }
}
