import { readdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { command, Stopped } from '../../cms/commands/stopped.ts';
import type { Row } from './bench.ts';
import { inChild } from './child.ts';

const usage = 'npm run bench -- [name…] [--size 10000] [--runs 5]';

/** Runs every bench, or those that are named, and prints one table. `--size`: how many documents; `--runs`: how often each figure is taken. */
await command(async () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const all = (await readdir(here)).filter((file) => file.endsWith('.bench.ts')).map((file) => file.replace('.bench.ts', ''));
  const { named, size, runs } = asked();
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Stopped(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  const rows: (Row & { bench: string })[] = [];
  for (const name of named.length > 0 ? named : all.sort()) {
    console.log(`Bench ${name}`);
    for (const row of await inChild<Row[]>('one.ts', [name, String(size), String(runs)])) rows.push({ bench: name, ...row });
  }
  print(rows.map(({ bench, measure, measured, reach, met }) => [bench, measure, measured, reach, met ? 'yes' : 'no']));
  console.log(
    `  ${size} documents in two languages; ${cpus().length} cores, load at the end ${loadavg()[0]?.toFixed(1)}: figures of a busy machine say little.\n`,
  );
});

function asked(): { named: string[]; size: number; runs: number } {
  const options = { size: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [size, runs] = [Number(values.size), Number(values.runs)];
    if (Number.isInteger(size) && Number.isInteger(runs) && size >= 50 && runs >= 1) return { named: positionals, size, runs };
  } catch (error) {
    throw new Stopped(`${(error as Error).message}. ${usage}`);
  }
  throw new Stopped(`--size is a whole number from 50 up, --runs from 1 up. ${usage}`);
}

function print(rows: string[][]): void {
  const table = [['bench', 'measure', 'measured', 'reach', 'met'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(`\n${table.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n')}\n`);
}
