import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ReadDate } from './strictReader.ts';

const python = process.env.TEST_PYTHON ?? 'python3';

/** Whether this machine has Python with icalendar and recurring-ical-events. */
export const hasIcalendar = spawnSync(python, ['-c', 'import icalendar, recurring_ical_events']).status === 0;

/** The dates of calendars that take place between two instants, as Python's icalendar and recurring-ical-events find them. */
export function datesByPython(calendars: readonly string[], from: string, until: string): ReadDate[][] {
  const input = JSON.stringify({ calendars, from, until });
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'read.py')], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReadDate[][];
}
