import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Generated } from './generated.ts';

/** A date as both sides write it: the day of the schedule, the day it is held, start, end, and whether it is cancelled. */
export type WrittenDate = [key: string, day: string, start: string, end: string, cancelled: boolean];

const python = (...given: string[]) => ({ run: (input?: string) => spawnSync('python3', given, { input, encoding: 'utf8', maxBuffer: 2 ** 30 }) });

/** Whether this machine has Python with python-dateutil. */
export const hasDateutil = python('-c', 'import dateutil, zoneinfo').run().status === 0;

/** The dates of schedules from 2020 to the end of 2040 as python-dateutil finds them. */
export function expandedByDateutil(schedules: readonly Generated[]): WrittenDate[][] {
  const { status, stdout, stderr } = python(join(import.meta.dirname, 'expand.py')).run(schedules.map((schedule) => JSON.stringify(schedule)).join('\n'));
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WrittenDate[]);
}
