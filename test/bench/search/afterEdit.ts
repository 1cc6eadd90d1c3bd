import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildPress } from '../../../site/press/index.ts';
import { appId, searchKey, startAlgolia, writeKey } from '../../support/algolia/index.ts';
import { benchDir, scaledDataDir } from '../../support/scaledDatabase.ts';
import { percentile } from '../bench.ts';
import { answer } from '../child.ts';
import { openEdits } from '../publishing/edits.ts';
import { startPublisher, startServer } from '../publishing/processes.ts';

/** What one run of `afterEdit.ts <size>` measures, in milliseconds. */
export interface AfterEdit {
  /** From each save's answer until Algolia has the batch, the 95th percentile. */
  sent: number;
  /** From a save's answer until the site's own index was switched to one that has it, the longest of some. */
  switched: number;
  /** From a save's answer until it is served, the 95th percentile, with no index being built and with one. */
  served: { still: number; building: number };
}

const inTurn = 10;
const turns = 5;
const [, , size] = process.argv;

const { dataDir, remove } = await scaledDataDir(Number(size));
const algolia = await startAlgolia();
algolia.store.browsedAtOnce = 1_000;
Object.assign(process.env, {
  // In production the publisher takes no search but Algolia's own.
  NODE_ENV: 'test',
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  ALGOLIA_APP_ID: appId,
  ALGOLIA_SEARCH_KEY: searchKey,
  ALGOLIA_WRITE_KEY: writeKey,
  ALGOLIA_HOST: algolia.host,
});
const pressDir = join(benchDir(), 'templates');
await buildPress({ outDir: pressDir });
const publisher = startPublisher(pressDir);
await publisher.ready;
const server = await startServer();
const { openCms } = await import('../../../cms/commands/openCms.ts');
const payload = await openCms();
payload.logger.level = 'silent';
const edits = await openEdits(payload, server.origin);
const pagefind = join(dataDir, 'site', 'pagefind');

await until(() => ['en', 'es'].every((locale) => algolia.store.indexes.has(`alongside_${locale}`)));
await rested();
console.log(`  ${size} documents stand, and both engines know them`);
await edits.make(inTurn);

const sent: number[] = [];
for (let made = 0; made < inTurn; made += 1) {
  algolia.log.length = 0;
  const before = performance.now();
  const [served = 0] = await edits.make(1);
  await until(() => algolia.log.some(({ name }) => name === 'batch'));
  const at = algolia.log.find(({ name }) => name === 'batch')?.at ?? Number.POSITIVE_INFINITY;
  // The save itself took what is left of the time until it was served.
  sent.push(at - before - Math.max(0, performance.now() - before - served));
}

const switched: number[] = [];
for (let made = 0; made < 3; made += 1) {
  await rested();
  const former = pointer();
  await edits.bodyEdit();
  const since = performance.now();
  await until(() => pointer() !== former);
  switched.push(performance.now() - since);
}

const [still, building]: [number[], number[]] = [[], []];
for (let turn = 0; turn < turns; turn += 1) {
  await edits.make(1);
  const stopped = await oneBuilds();
  for (const pid of stopped) process.kill(pid, 'SIGSTOP');
  still.push(...(await edits.make(inTurn)));
  for (const pid of stopped) process.kill(pid, 'SIGCONT');
  for (let made = 0; made < inTurn; made += 1) {
    await oneBuilds();
    building.push(...(await edits.make(1)));
  }
}

await publisher.stop();
await server.stop();
await payload.destroy();
await algolia.close();
await remove();
const p95 = (times: readonly number[]) => percentile(times, 0.95);
answer({ sent: p95(sent), switched: Math.max(...switched), served: { still: p95(still), building: p95(building) } } satisfies AfterEdit);

function pointer(): string {
  const file = join(pagefind, 'en.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { index: string }).index : '';
}

/** The processes that build an index now. Nothing here may block: the double answers from this process. */
async function builders(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,args=']);
  return stdout.split('\n').flatMap((line) => (line.includes('pagefind/build.ts') && line.includes(dataDir) ? [Number.parseInt(line, 10)] : []));
}

async function oneBuilds(): Promise<number[]> {
  for (;;) {
    const found = await builders();
    if (found.length > 0) return found;
    await sleep(50);
  }
}

/** Waits until no index is built and none is about to be. */
async function rested(): Promise<void> {
  for (let quiet = 0; quiet < 30; quiet = (await builders()).length === 0 && pointer() ? quiet + 1 : 0) await sleep(100);
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 600_000; !isSo(); await sleep(5)) if (Date.now() > end) throw new Error('It did not come within ten minutes.');
}
