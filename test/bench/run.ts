import { fork } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { command, Stopped } from '../../cms/commands/stopped.ts';
import type { Row } from './bench.ts';

/** `npm run bench` runs every bench, `npm run bench -- <name>` those that are named, and prints one table. */
await command(async () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const all = (await readdir(here)).filter((file) => file.endsWith('.bench.ts')).map((file) => file.replace('.bench.ts', ''));
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Stopped(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  const rows: (Row & { bench: string })[] = [];
  for (const name of named.length > 0 ? named : all.sort()) {
    console.log(`Bench ${name}`);
    for (const row of await inProcess(name)) rows.push({ bench: name, ...row });
  }
  print(rows.map(({ bench, measure, measured, reach, met }) => [bench, measure, measured, reach, met ? 'yes' : 'no']));
});

function inProcess(name: string): Promise<Row[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Row[]>();
  const child = fork(fileURLToPath(new URL('one.ts', import.meta.url)), [name]);
  let rows: Row[] | undefined;
  child.once('message', (message) => {
    rows = message as Row[];
  });
  child.once('error', reject);
  child.once('exit', (code) =>
    rows && code === 0 ? resolve(rows) : reject(new Stopped(`The bench ${name} ended with code ${code}: its own words stand above.`)),
  );
  return promise;
}

function print(rows: string[][]): void {
  const table = [['bench', 'measure', 'measured', 'reach', 'met'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(`\n${table.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n')}\n`);
}
