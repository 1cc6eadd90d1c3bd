import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leftOutWithoutGo } from '../support/goServer.ts';
import { type Guides, guide, guidePath, guidesOn } from '../support/guides.ts';
import { type Ferret, startFerret } from '../support/mongo/ferret.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';
import { end, until } from '../support/until.ts';

/** For how many seconds the server is away. The driver, which waits for a server for 30 s, gives up after one here: saves and rounds meet the failure. */
const away = process.env.ALONGSIDE_FAULTS === 'long' ? [1, 15, 45] : [1, 5];
const impatient = '?serverSelectionTimeoutMS=1000';

let server: Ferret;
let site: TestPublishing;
let guides: Guides;
let publisher: ChildProcess;

/** Staff who save whatever happens to the database: what they were answered, and how many saves failed. */
function keepSaving(name: string) {
  const answered = new Map<string, string>();
  let refused = 0;
  let isOpen = true;
  const save = async (title: string, words: string) => {
    const { id, slug } = await site.payload.create({ collection: 'articles', data: guide(title, words) });
    answered.set(String(slug), words);
    await site.payload.update({ collection: 'articles', id, data: guide(title, `${words} again`) });
    answered.set(String(slug), `${words} again`);
  };
  const done = (async () => {
    for (let number = 1; isOpen; number += 1) {
      await save(`${name} ${number}`, `Words ${name} ${number}`).catch(() => {
        refused += 1;
      });
      await sleep(20);
    }
  })();
  return {
    answered,
    refused: () => refused,
    async stop() {
      isOpen = false;
      await done;
    },
  };
}

async function receipts(slug: string) {
  const { docs } = await site.payload.find({ collection: 'articles', where: { slug: { equals: slug } }, limit: 1, depth: 0 });
  const where = { documentId: { equals: String(docs[0]?.id) } };
  return (await site.payload.find({ collection: 'publications', where, pagination: false })).docs;
}

describe.skipIf(leftOutWithoutGo('a MongoDB server that stops'))('a MongoDB server', () => {
  beforeAll(async () => {
    server = await startFerret();
    site = await createTestPublishing({ name: 'mongodb', freshUrl: () => `${server.url}/families${impatient}`, isProtocolOnly: true });
    guides = guidesOn(site);
    await site.payload.updateGlobal({ slug: 'program', data: { name: 'Program', phone: '555', zone: 'America/Chicago' } });
  });
  afterAll(async () => {
    await site?.close();
    await server?.close();
  });
  beforeEach(async () => {
    publisher = site.startPublisher();
    const { path } = await guides.write();
    await until('the publisher is at work', () => guides.stands(path));
  });

  /** What families read is what staff were answered, and what the receipts say. */
  async function expectAnswered(answered: ReadonlyMap<string, string>): Promise<void> {
    expect(publisher.exitCode).toBeNull();
    await guides.settle(publisher);
    for (const [slug, words] of answered) {
      expect(await site.page(guidePath(slug)), slug).toContain(words);
      const rows = await receipts(slug);
      expect(rows.length, slug).toBeGreaterThan(0);
      for (const { liveAt, renderedAt } of rows) expect([liveAt, renderedAt], slug).toEqual([{ folder: expect.any(String) }, expect.any(String)]);
    }
  }

  test.each(away.map((seconds) => [seconds]))(
    'that is killed while staff save and comes back after %i s loses no answered save, and the same publisher goes on',
    async (seconds) => {
      const staff = keepSaving(`killed${seconds}`);
      await until('staff have saved', () => staff.answered.size > 3);
      await server.signal('SIGKILL');
      await sleep(seconds * 1_000);
      const before = staff.answered.size;
      await server.start();
      await until('staff save again', () => staff.answered.size > before + 2, { seconds: 90 });
      await staff.stop();
      if (seconds > 1) expect(staff.refused()).toBeGreaterThan(0);
      await expectAnswered(staff.answered);
    },
    240_000,
  );

  test.each(away.map((seconds) => [seconds]))(
    'that stands still for %i s while staff save loses nothing either',
    async (seconds) => {
      const staff = keepSaving(`held${seconds}`);
      await until('staff have saved', () => staff.answered.size > 3);
      await server.signal('SIGSTOP');
      await sleep(seconds * 1_000);
      const before = staff.answered.size;
      await server.signal('SIGCONT');
      await until('staff save again', () => staff.answered.size > before + 2, { seconds: 90 });
      await staff.stop();
      await expectAnswered(staff.answered);
    },
    240_000,
  );

  test('that is not there yet when the publisher starts is waited for', async () => {
    expect(await end(publisher, 'SIGTERM')).toBe(0);
    const { path } = await guides.write('Saved before the night.');
    await server.signal('SIGKILL');
    publisher = site.startPublisher({ settings: { DATABASE_URL: `${server.url}/families` } });
    await sleep(6_000);
    await server.start();
    await until('the page stands', () => guides.stands(path), { seconds: 90 });
    await guides.settle(publisher);
  }, 240_000);
});
