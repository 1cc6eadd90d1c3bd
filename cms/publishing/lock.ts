import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PressLock {
  release(): void;
}

const sqliteBusy = 5;

/**
 * Makes this process the only one that writes an output: an exclusive transaction on a small SQLite file, which the kernel ends when the process does,
 * however it dies. Nothing is returned where another process has it.
 */
export function tryPressLock(file: string): PressLock | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

/** Waits until the lock is free; `waiting` is called once where it is not. Nothing is returned when `signal` ends the wait. */
export async function takePressLock(file: string, signal: AbortSignal, waiting: () => void): Promise<PressLock | undefined> {
  for (let first = true; !signal.aborted; first = false) {
    const lock = tryPressLock(file);
    if (lock) return lock;
    if (first) waiting();
    await sleep(250, undefined, { signal }).catch(ended(signal));
  }
  return undefined;
}

/** For a wait that a signal cuts short: that is no failure, anything else is. */
export function ended(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
