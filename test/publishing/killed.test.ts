import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { tryPressLock } from '../../cms/publishing/lock.ts';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';

let site: TestPublishing;
beforeAll(async () => {
  site = await createTestPublishing();
});
afterAll(async () => {
  await site?.close();
});

const write = (number: number) =>
  site.payload.create({
    collection: 'articles',
    data: { title: `Guide ${number}`, summary: 'About it.', body: lexical(paragraph(`Text ${number}.`)), _status: 'published' },
  });

async function until(what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) if (await isSo()) return;
  throw new Error(`After ${seconds} s it is still not so that ${what}.`);
}

async function end(publisher: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => publisher.once('exit', resolve));
  publisher.kill(signal);
  return ended;
}

const nothingWaits = async () => (await waitingPublications(site.payload)).length === 0;

test('a publisher that is killed again and again while staff save ends, once started again, in the files of a build from nothing', async () => {
  const first = await write(0);
  for (let number = 1; number < 12; number += 1) await write(number);
  let cutShort = 0;
  for (const [turn, delay] of [0, 280, 340, 420].entries()) {
    const publisher = site.startPublisher();
    if (turn === 0) {
      await until('the first page stands', async () => (await site.page(paths.document('en', 'articles', 'guide-0'))) !== undefined);
    } else {
      await until('nothing waits', nothingWaits);
      if (turn % 2) await site.payload.update({ collection: 'articles', id: first.id, data: { slug: `guide-moved-${turn}`, _status: 'published' } });
      else await site.payload.update({ collection: 'articles', id: first.id, data: { _status: 'draft' } });
      await write(12 + turn);
      await sleep(delay);
    }
    await end(publisher, 'SIGKILL');
    if (!(await nothingWaits())) cutShort += 1;
  }
  expect(cutShort).toBeGreaterThan(0);
  const last = site.startPublisher();
  await write(16);
  await until('nothing waits', nothingWaits);
  expect(await end(last, 'SIGTERM')).toBe(0);
  const output = await site.output();
  expect(output.get(`${paths.document('en', 'articles', 'guide-15')}index.html`)).toContain('Text 15.');
  expect(output).toEqual(await site.fromNothing());
}, 180_000);

test('a second publisher waits, and takes over when the first is killed', async () => {
  const first = site.startPublisher();
  await until('the first publisher has the lock', async () => {
    const lock = tryPressLock(site.folders.lock);
    lock?.release();
    return lock === undefined;
  });
  const second = site.startPublisher();
  await write(100);
  await until('nothing waits', nothingWaits);
  expect(second.exitCode).toBeNull();
  await end(first, 'SIGKILL');
  await write(101);
  await until('the second has published', async () => (await site.page(paths.document('en', 'articles', 'guide-101'))) !== undefined);
  expect(await end(second, 'SIGTERM')).toBe(0);
}, 120_000);

test('a document that was taken away without a trace leaves the site within seconds', async () => {
  const document = await write(200);
  const publisher = site.startPublisher();
  await until('the page stands', async () => (await site.page(paths.document('en', 'articles', 'guide-200'))) !== undefined);
  await sleep(6_000);
  await site.payload.db.deleteOne({ collection: 'articles', where: { id: { equals: document.id } } });
  await until('the page is gone', async () => (await site.page(paths.document('en', 'articles', 'guide-200'))) === undefined, 20);
  expect(await end(publisher, 'SIGTERM')).toBe(0);
}, 120_000);
