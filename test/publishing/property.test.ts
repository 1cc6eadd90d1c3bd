import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import type { Rounds } from '../../cms/publishing/rounds.ts';
import { databases } from '../support/databases.ts';
import { type Addresses, addressesIn } from '../support/history/addresses.ts';
import { Desk, unprintable, unseen } from '../support/history/desk.ts';
import { killable } from '../support/history/killable.ts';
import { refusing } from '../support/history/refusing.ts';
import { type Step, step } from '../support/history/steps.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';

/** How many steps the history has on SQLite; the MongoDB protocol gets a third. ALONGSIDE_STEPS asks for more, ALONGSIDE_SEED for a known one. */
const length = Number(process.env.ALONGSIDE_STEPS ?? 240);
const seed = Number(process.env.ALONGSIDE_SEED ?? Date.now() % 1_000_000_000);

let site: TestPublishing | undefined;
afterEach(async () => {
  await site?.close();
});

describe.each(databases())('on $name', (database) => {
  test(
    `whatever staff do, and wherever the publisher is killed, the site is what is published (ALONGSIDE_SEED=${seed})`,
    async () => {
      let press: ReturnType<typeof killable> | undefined;
      site = await createTestPublishing(database, (real) => {
        press = killable(refusing(real));
        return press;
      });
      if (!press) throw new Error('The site was opened without a press.');
      const steps = fc.sample(step, { numRuns: database.name === 'sqlite' ? length : Math.ceil(length / 3), seed });
      await live(site, press, steps);
    },
    Math.max(300_000, length * 3_000),
  );
});

/** Lives through one history on one database, and compares at each `settle` and at the end. */
async function live(site: TestPublishing, press: ReturnType<typeof killable>, steps: readonly Step[]): Promise<void> {
  const desk = new Desk(site.payload);
  await desk.open();
  let now = Date.parse('2026-11-23T15:00:00.000Z');
  const clock = () => new Date(now).toISOString();
  let rounds: Rounds | undefined;

  async function begin(): Promise<Rounds> {
    rounds ??= site.openRounds(clock);
    const underWay = new Set(rounds.underWay().map(({ id }) => id));
    await rounds.begin(
      (await waitingPublications(site.payload)).filter(({ id }) => !underWay.has(id)),
      [],
    );
    return rounds;
  }

  for (const [index, each] of [...steps, { do: 'settle' } as const].entries()) {
    const told = `after step ${index}, ${JSON.stringify(each)}`;
    await desk.take(each);
    if (each.do === 'time') now += each.hours * 3_600_000;
    if (each.do === 'begin') await begin();
    if (each.do === 'printSome' && rounds?.isPrinting()) await rounds.advance(1);
    if (each.do === 'crash') {
      if (rounds?.isPrinting()) await Promise.race([rounds.advance(), press.killAfter(each.after)]);
      rounds = undefined;
      press.revive();
    }
    if (each.do === 'settle') {
      const settling = await begin();
      while (settling.isPrinting()) await settling.advance();
      await expectExact(site, clock(), told);
    }
  }
  expect(desk.taken).toBeGreaterThan(steps.length * 0.7);
}

async function expectExact(site: TestPublishing, asOf: string, told: string): Promise<void> {
  const output = await site.output();
  expect(output, told).toEqual(await site.fromNothing(asOf));
  const addresses = addressesIn(site.folders.record);
  expect(addresses, told).toEqual(addressesIn(join(site.dir, 'nothing.db')));
  for (const [path, bytes] of output) {
    expect(bytes.includes(unseen), `${path} shows a draft ${told}`).toBe(false);
    expect(bytes.includes(unprintable), `${path} shows what cannot be printed ${told}`).toBe(false);
  }
  await expectEveryAddressAnswers(site, output, addresses, told);
  const { docs } = await site.payload.find({ collection: 'publications', pagination: false, depth: 0 });
  for (const { state, error, liveAt } of docs)
    expect([state, Boolean(error), Boolean(liveAt)], told).toEqual([state === 'failed' ? 'failed' : 'live', state === 'failed', true]);
}

/** Each address that a document ever had is a page, leads to one in one step, or is gone. */
async function expectEveryAddressAnswers(site: TestPublishing, output: ReadonlyMap<string, string>, addresses: Addresses, told: string): Promise<void> {
  const isPage = (path: string) => output.has(`${path}index.html`);
  const { docs } = await site.payload.find({ collection: 'addresses', pagination: false, depth: 0 });
  for (const { path } of docs) expect(isPage(path) || addresses.has(path), `${path} answers ${told}`).toBe(true);
  for (const [path, target] of addresses) expect(target === 'gone' ? !isPage(path) : isPage(target), `${path} leads to ${target} ${told}`).toBe(true);
}
