import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Bench, type Extent, percentile, type Row, said } from './bench.ts';
import type { Tasks } from './publishing/atSize.ts';

const small = 100;
const edits = 200;
/** So many edits at one size, then at the other: a busy minute concerns both. */
const inTurn = 20;
const burst = { edits: 500, guides: 20 };

/** From the save's answer to what families are served, with real processes. */
export const bench: Bench = {
  name: 'publishing',
  async run(extent) {
    // Printing everything for the first time is measured too: one after the other.
    const large = await openSite(extent.size);
    const few = await openSite(small);
    try {
      return await rowsOf(extent, large, few);
    } finally {
      for (const site of [large, few]) await site.end();
    }
  },
};

async function rowsOf({ size }: Extent, large: Site, few: Site): Promise<Row[]> {
  const first = await large.ask('firstPrint');
  console.log(`  printed ${first.files} files of ${size} documents in ${seconds(first.milliseconds)}`);
  // What an edit needs is compiled and kept by the time that counts.
  for (const site of [large, few]) await site.ask('edits', inTurn);
  const [many, less]: [number[], number[]] = [[], []];
  for (let made = 0; made < edits; made += inTurn) {
    many.push(...(await large.ask('edits', inTurn)));
    less.push(...(await few.ask('edits', inTurn)));
  }
  const [p95, p95few] = [percentile(many, 0.95), percentile(less, 0.95)];
  const body = await large.ask('bodyEdit');
  const phone = await large.ask('phone');
  const bursts = await large.ask('burst', [burst.edits, burst.guides]);
  const after = await large.ask('memory');
  const again = await large.ask('restart');
  // A round that wrote a page twice could write more files than the whole burst concerns.
  const once = Math.max(...bursts.rounds);
  const busiest = `${bursts.rounds.length} rounds, the largest of ${once} files`;
  return [
    noted(atMost(`save to served, p95 of ${edits} edits`, p95, 1000, 'ms'), `p50 ${said(percentile(many, 0.5), 'ms')}`),
    noted(
      atMost(`the same against ${small} documents`, p95 / p95few, 1.5, '×'),
      `${small}: p95 ${said(p95few, 'ms')}, p50 ${said(percentile(less, 0.5), 'ms')}`,
    ),
    atMost('phone number: help now, home, workshops', phone.urgent, 1000, 'ms'),
    noted(atMost('phone number: every page', phone.whole / 1000, first.milliseconds / 1000, 's'), `${phone.written} files`),
    {
      measure: 'files for an edit of one body',
      measured: `${body.written.length} (${body.written.join(' ')})`,
      reach: 'its pages and the sitemap',
      met: body.others.every((file) => file.includes('sitemap')),
    },
    noted(atMost('start with nothing changed', again.milliseconds / 1000, 10, 's'), `${again.written} files written`),
    noted(atMost('memory of the publisher after edits', after.now, 1000, 'MB'), `${said(first.memory.now, 'MB')} after the first print`),
    noted(atMost('memory of the publisher at its highest', after.peak, 1000, 'MB'), `${said(again.memory.peak, 'MB')} in a start with nothing changed`),
    noted(atMost(`${burst.edits} edits in a burst: last save to all served`, bursts.live / 1000, 5, 's'), busiest),
    noted(atMost('the same: files written in one round', once, bursts.concerned, 'files'), busiest),
  ];
}

function noted(row: Row, note: string): Row {
  return { ...row, measured: `${row.measured} (${note})` };
}

function seconds(milliseconds: number): string {
  return said(milliseconds / 1000, 's');
}

interface Site {
  ask<T extends keyof Tasks>(task: T, ...given: Parameters<Tasks[T]>): Promise<Awaited<ReturnType<Tasks[T]>>>;
  end(): Promise<void>;
}

async function openSite(size: number): Promise<Site> {
  const child = fork(fileURLToPath(new URL('publishing/atSize.ts', import.meta.url)), [String(size)]);
  await answerOf(child);
  return {
    async ask(task, ...[given]) {
      child.send({ task, given });
      return (await answerOf(child)) as never;
    },
    async end() {
      if (child.exitCode !== null) return;
      child.send({ task: 'end' });
      await once(child, 'exit');
    },
  };
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`The process ended with code ${code}: its own words stand above.`));
    child.once('exit', onExit).once('message', (message) => {
      child.off('exit', onExit);
      const { result, error } = message as { result?: unknown; error?: string };
      if (error) reject(new Error(error));
      else resolve(result);
    });
  });
}
