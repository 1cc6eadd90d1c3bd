import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';
import { end, until } from '../support/until.ts';

/** What only a MongoDB replica set has: transactions, and another server that takes over. Runs where TEST_MONGODB_URL names one (see vitest.config.ts). */
const saver = fileURLToPath(new URL('../support/saver.ts', import.meta.url));

let site: TestPublishing;
beforeAll(async () => {
  site = await createTestPublishing(databases().find(({ name }) => name === 'mongodb'));
});
afterAll(async () => {
  await site?.close();
});

const nothingWaits = async () => (await waitingPublications(site.payload)).length === 0;
const write = (title: string) =>
  site.payload.create({ collection: 'articles', data: { title, summary: 'x', body: lexical(paragraph(title)), _status: 'published' } });

test('a process that is killed while it saves leaves no document without its publication and its address, and none of those without it', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const child = spawn(process.execPath, [saver, `r${turn}`], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await sleep(300 + Math.random() * 700);
    await end(child, 'SIGKILL');
  }
  const all = { pagination: false, depth: 0 } as const;
  const articles = new Set((await site.payload.find({ collection: 'articles', ...all })).docs.map(({ id }) => String(id)));
  const about = { documentCollection: { equals: 'articles' } };
  const publications = await site.payload.find({ collection: 'publications', where: about, ...all });
  const addresses = await site.payload.find({ collection: 'addresses', where: about, ...all });
  expect(articles.size).toBeGreaterThan(8);
  expect(new Set(publications.docs.map(({ documentId }) => documentId))).toEqual(articles);
  expect(new Set(addresses.docs.map(({ documentId }) => documentId))).toEqual(articles);
}, 120_000);

test('while another server takes over, what was saved waits, and goes out afterwards', async () => {
  const publisher = site.startPublisher();
  await write('Before');
  await until('nothing waits', nothingWaits);
  const { connection } = site.payload.db as unknown as { connection: { db: { admin(): { command(order: object): Promise<unknown> } } } };
  await connection.db.admin().command({ replSetStepDown: 10, secondaryCatchUpPeriodSecs: 0, force: true });
  let isSaved = false;
  await until('a save is taken again', async () => {
    isSaved ||= await write('Afterwards').then(
      () => true,
      () => false,
    );
    return isSaved;
  });
  await until('it stands', async () => (await site.page(paths.document('en', 'articles', 'afterwards'))) !== undefined);
  await until('nothing waits', nothingWaits);
  expect(await end(publisher, 'SIGTERM')).toBe(0);
  expect(await site.output()).toEqual(await site.fromNothing());
}, 180_000);
