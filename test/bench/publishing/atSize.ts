import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { paths } from '../../../cms/library/paths.ts';
import { buildPress } from '../../../site/press/index.ts';
import { benchDir, scaledDataDir } from '../../support/scaledDatabase.ts';
import { openEdits } from './edits.ts';
import { filesSince, startPublisher, startServer, untilServed } from './processes.ts';

/** A publisher and a server on a library of `size`, with the CMS in this process, which carries out what the bench asks: `atSize.ts <size>`. */
const { dataDir, remove } = await scaledDataDir(Number(process.argv[2]));
Object.assign(process.env, { NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: '' });
const outDir = join(dataDir, 'site');
const pressDir = join(benchDir(), 'templates');
await buildPress({ outDir: pressDir });
let publisher = startPublisher(pressDir);
const firstPrint = await publisher.ready;
const server = await startServer();
// The configuration reads the settings when it is loaded.
const { openCms } = await import('../../../cms/commands/openCms.ts');
const payload = await openCms();
payload.logger.level = 'silent';
const edits = await openEdits(payload, server.origin);

const tasks = {
  firstPrint: async () => ({ milliseconds: firstPrint, files: filesSince(outDir, 0).length, memory: publisher.memory() }),
  edits: (count: number) => edits.make(count),
  /** The files that an edit of one text writes, but for its own pages. */
  async bodyEdit() {
    await quiet();
    const before = Date.now();
    const own = await edits.bodyEdit();
    await quiet();
    const written = filesSince(outDir, before);
    return { written, others: written.filter((file) => !own.includes(file.replace(/index\.html$/, ''))) };
  },
  /** A number that stands on every page: when the urgent pages show it, and when the round is whole. */
  async phone() {
    await quiet();
    const told = publisher.rounds.length;
    const number = '(555) 010-9999';
    await edits.changePhone(number);
    const since = performance.now();
    const urgent = (['en', 'es'] as const).flatMap((locale) => [paths.helpNow(locale), paths.home(locale), paths.section(locale, 'workshops')]);
    const served = await Promise.all(urgent.map((path) => untilServed(server.origin + path, since, (_, body) => body.includes(number))));
    while (publisher.rounds.length === told) await sleep(20);
    return { urgent: Math.max(...served), whole: (publisher.rounds.at(-1)?.at ?? 0) - since, written: publisher.rounds.at(-1)?.written ?? 0 };
  },
  async burst([count, guides]: [number, number]) {
    await quiet();
    const told = publisher.rounds.length;
    const before = Date.now();
    const live = await edits.burst(count, guides);
    await quiet();
    return { live, rounds: publisher.rounds.slice(told).map(({ written }) => written), concerned: filesSince(outDir, before).length };
  },
  memory: async () => publisher.memory(),
  async restart() {
    await quiet();
    await publisher.stop();
    const before = Date.now();
    publisher = startPublisher(pressDir);
    const milliseconds = await publisher.ready;
    return { milliseconds, written: filesSince(outDir, before).length, memory: publisher.memory() };
  },
  async end() {
    await publisher.stop();
    await server.stop();
    await payload.destroy();
    await remove();
    setTimeout(() => process.exit(0), 100);
    return undefined;
  },
};
export type Tasks = typeof tasks;

/** Waits until the publisher has carried out everything that was saved. */
async function quiet(): Promise<void> {
  const waiting = () => payload.count({ collection: 'publications', where: { state: { equals: 'waiting' } } });
  while ((await waiting()).totalDocs > 0) await sleep(50);
  await sleep(300);
}

process.on('message', ({ task, given }: { task: keyof Tasks; given: never }) => {
  tasks[task](given).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.send?.({ result: undefined });
