import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import { openRecordView } from '../../site/press/record.ts';
import { appId, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { databases } from '../support/databases.ts';
import { type Guides, guide, guidePath, guidesOn } from '../support/guides.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';
import { end, until } from '../support/until.ts';

/** How often a process is killed, for how many seconds one stands still, and for how many the database is held. ALONGSIDE_FAULTS=long takes more of each. */
const isLong = process.env.ALONGSIDE_FAULTS === 'long';
const kills = isLong ? 200 : 20;
const standstill = isLong ? 15 : 3;
const held = isLong ? 10 : 2;

const supportFile = (name: string) => fileURLToPath(new URL(`../support/${name}`, import.meta.url));

let site: TestPublishing;
let guides: Guides;

/** A process that saves: what it was answered, by slug. */
function startSaver(name: string): { child: ChildProcess; said: Map<string, string>; ready: Promise<void> } {
  const child = spawn(process.execPath, [supportFile('saver.ts'), name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = new Map<string, string>();
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  child.once('exit', () => reject(new Error('A process that saves ended before it began.')));
  createInterface(child.stdout).on('line', (line) => {
    const [slug, words] = line.split(' ');
    if (line === 'ready') resolve();
    else if (slug && words) said.set(slug, words);
  });
  return { child, said, ready };
}

/** Whether families read any of these answered saves. */
async function showsAny(said: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [slug, words] of said) if (words !== '-' && (await guides.stands(guidePath(slug)))) return true;
  return false;
}

describe.each(databases())('on $name', (database) => {
  beforeAll(async () => {
    site = await createTestPublishing(database);
    guides = guidesOn(site);
    await site.payload.updateGlobal({ slug: 'program', data: { name: 'Program', phone: '555', zone: 'America/Chicago' } });
  });
  afterAll(async () => {
    await site?.close();
  });

  test(
    `${kills} times the publisher, a process that saves, or both are killed: every answered save is what families read`,
    async () => {
      const answered: Map<string, string>[] = [];
      let publisher: ChildProcess | undefined;
      let saver: ReturnType<typeof startSaver> | undefined;
      for (let turn = 0; turn < kills; turn += 1) {
        publisher ??= site.startPublisher();
        if (!saver) {
          saver = startSaver(`s${turn}`);
          answered.push(saver.said);
          await saver.ready;
        }
        const victims = turn % 3;
        // A start takes longer than the random moment on a busy machine: of the publishers that are killed, every other one is first seen at work.
        if (victims !== 1 && Math.random() < 0.5) await until('the publisher is at work', () => showsAny(answered.at(-1) ?? new Map()), { seconds: 90 });
        await sleep(Math.random() * 2_000);
        if (victims !== 1) {
          await end(publisher, 'SIGKILL');
          publisher = undefined;
        }
        if (victims !== 0) {
          await end(saver.child, 'SIGKILL');
          saver = undefined;
        }
      }
      if (saver) await end(saver.child, 'SIGKILL');
      if (publisher) await end(publisher, 'SIGKILL');
      const all = answered.flatMap((said) => [...said]);
      expect(all.length).toBeGreaterThan(kills);
      await guides.settle(site.startPublisher());
      const view = openRecordView(site.folders.record);
      for (const [slug, words] of all) {
        const page = await site.page(guidePath(slug));
        // A save that was cut off before its answer may have been committed: the one after these words takes the page away.
        if (page === undefined && Number(slug.split('-').at(-1)) % 4 === 2 && view?.isGone(guidePath(slug))) continue;
        if (words === '-') expect([page, view?.isGone(guidePath(slug))], slug).toEqual([undefined, true]);
        else expect(page, slug).toMatch(new RegExp(`${words}(-again)?[.<]`));
      }
      view?.close();
    },
    kills * 25_000 + 120_000,
  );
});

// What happens to one publisher is the same on every database but where it waits for it: the long form sees to that.
describe.each(isLong ? databases() : databases().slice(0, 1))('a publisher, on $name', (database) => {
  beforeAll(async () => {
    site = await createTestPublishing(database);
    guides = guidesOn(site);
    await site.payload.updateGlobal({ slug: 'program', data: { name: 'Program', phone: '555', zone: 'America/Chicago' } });
  });
  afterAll(async () => {
    await site?.close();
  });

  // A MongoDB server cannot be held by one of its clients.
  if (database.name === 'sqlite')
    test('what cannot be read for some seconds is read afterwards, and what was saved meanwhile goes out', async () => {
      const publisher = site.startPublisher();
      await guides.write();
      await until('nothing waits', guides.nothingWaits);
      const holder = spawn(process.execPath, [supportFile('holder.ts'), join(site.dir, 'alongside.db')], { stdio: ['pipe', 'pipe', 'inherit'] });
      const said = createInterface(holder.stdout);
      const tell = async (sql: string) => {
        const answer = once(said, 'line');
        holder.stdin.write(`${sql}\n`);
        await answer;
      };
      await tell('BEGIN EXCLUSIVE');
      const saved = guides.write('Saved while the database was held.');
      await sleep(held * 1_000);
      await tell('COMMIT');
      holder.stdin.end();
      const { path } = await saved;
      await until('it is live', () => guides.stands(path));
      await guides.settle(publisher);
    }, 240_000);

  describe('killed', () => {
    test.each<
      [moment: string, isSo: (paths: { withdrawn: string; moved: string; created: string; former: string }, id: number | string) => boolean | Promise<boolean>]
    >([
      ['as it opens the output', () => existsSync(`${site.folders.outDir}.tmp`)],
      ['as it takes the first page away', ({ withdrawn }) => !existsSync(fileAt(withdrawn))],
      ['as the new page is renamed', ({ created }) => existsSync(fileAt(created))],
      ['as the moved page is renamed', ({ moved }) => existsSync(fileAt(moved))],
      ['as the former page of a moved one is taken away', ({ former }) => !existsSync(fileAt(former))],
      ['as it writes the receipts', async (_, id) => (await guides.receiptOf(id))?.state === 'live'],
    ])(
      '%s: the next one ends in what is published',
      async (_moment, isSo) => {
        const [leaving, moving] = [await guides.write(), await guides.write()];
        await guides.settle(site.startPublisher());
        await guides.withdraw(leaving.id);
        const { slug } = await site.payload.update({
          collection: 'articles',
          id: moving.id,
          data: { slug: `${moving.title.replace(' ', '-')}-moved`, _status: 'published' },
        });
        const created = await guides.write();
        await rm(`${site.folders.outDir}.tmp`, { recursive: true, force: true });
        const first = site.startPublisher();
        const told = { withdrawn: leaving.path, former: moving.path, moved: guidePath(String(slug)), created: created.path };
        const deadline = Date.now() + 60_000;
        while (!(await isSo(told, created.id)) && Date.now() < deadline) await setImmediate();
        await end(first, 'SIGKILL');
        expect(Date.now()).toBeLessThan(deadline);
        await guides.settle(site.startPublisher());
        expect([
          await guides.stands(leaving.path),
          await guides.stands(moving.path),
          await guides.stands(told.moved),
          await guides.stands(created.path),
        ]).toEqual([false, false, true, true]);
      },
      240_000,
    );

    test('after its pages stand, and the text is withdrawn while no publisher runs: the page goes at the next start', async () => {
      const { id, path } = await guides.write();
      const publisher = site.startPublisher();
      await until('the page stands', () => guides.stands(path), { every: 2 });
      await end(publisher, 'SIGKILL');
      expect(await guides.stands(path)).toBe(true);
      await guides.withdraw(id);
      await guides.settle(site.startPublisher());
      expect(await guides.stands(path)).toBe(false);
      const view = openRecordView(site.folders.record);
      expect(view?.isGone(path)).toBe(true);
      view?.close();
    }, 240_000);
  });

  test('that stands still keeps a second one waiting, and goes on where it was: there are never two', async () => {
    const first = site.startPublisher();
    const before = await guides.write();
    await until('the first publishes', () => guides.stands(before.path));
    // Stopped while it writes to SQLite, it would hold every other writer: it is stopped once search has been told.
    await until('it rests', async () => Boolean((await guides.receiptOf(before.id))?.indexedAt));
    await sleep(500);
    first.kill('SIGSTOP');
    const second = site.startPublisher({ isHeard: true });
    const [said] = (await once(createInterface(second.stdout!), 'line')) as [string];
    expect(said).toBe('Another publisher writes this site. This one waits and takes over when that one ends.');
    const meanwhile = await guides.write();
    await sleep(standstill * 1_000);
    expect(await guides.stands(meanwhile.path)).toBe(false);
    first.kill('SIGCONT');
    await until('the first publishes again', () => guides.stands(meanwhile.path));
    expect([first.exitCode, second.exitCode]).toEqual([null, null]);
    await until('nothing waits', guides.nothingWaits);
    expect(await end(first, 'SIGTERM')).toBe(0);
    const last = await guides.write();
    await until('the second takes over', () => guides.stands(last.path));
    await guides.settle(second);
  }, 240_000);

  test('with no space left says so in the receipt, takes nothing back, and publishes once there is space', async () => {
    const former = await guides.write();
    const publisher = site.startPublisher();
    await until('the former page stands', () => guides.stands(former.path));
    await until('nothing waits', guides.nothingWaits);
    const space = noSpace(join(`${site.folders.outDir}.tmp`, 'next'));
    const { id, path } = await guides.write();
    await until('the receipt says why', async () => /ENOSPC/.test((await guides.receiptOf(id))?.error ?? ''));
    expect((await guides.receiptOf(id))?.state).toBe('waiting');
    expect([await guides.stands(path), await guides.stands(former.path)]).toEqual([false, true]);
    await space.give();
    await until('it is live', () => guides.stands(path));
    await guides.settle(publisher);
    expect(await guides.receiptOf(id)).toMatchObject({ state: 'live', error: null });
  }, 240_000);

  test('whose template breaks on one document shows its last good text, publishes every other, and says so until it is mended', async () => {
    const pressDir = await brokenPress(site);
    const publisher = site.startPublisher({ pressDir });
    const broken = await guides.write('The good text.');
    await until('the good text stands', () => guides.stands(broken.path));
    await until('nothing waits', guides.nothingWaits);
    await site.payload.update({ collection: 'articles', id: broken.id, data: guide(broken.title, 'Unprintable words.') });
    const other = await guides.write('Another text.');
    await until('the other is live', () => guides.stands(other.path));
    await until('the receipt says so', async () => (await guides.receiptOf(broken.id))?.state === 'failed');
    expect((await guides.receiptOf(broken.id))?.error).toMatch(/template.*publish again/is);
    expect(await site.page(broken.path)).toContain('The good text.');
    expect((await guides.receiptOf(other.id))?.state).toBe('live');
    await site.payload.update({ collection: 'articles', id: broken.id, data: guide(broken.title, 'Mended words.') });
    await until('the mended text stands', async () => (await site.page(broken.path))?.includes('Mended words.') ?? false);
    await until('nothing waits', guides.nothingWaits);
    expect((await guides.receiptOf(broken.id))?.state).toBe('live');
    expect(await end(publisher, 'SIGTERM')).toBe(0);
    await site.payload.delete({ collection: 'publications', where: { state: { equals: 'failed' } } });
  }, 240_000);

  test('publishes at once while search does not answer', async () => {
    const algolia = await startAlgolia();
    algolia.fault = 'hang';
    const publisher = site.startPublisher({
      // In production the publisher takes no search but Algolia's own.
      settings: { NODE_ENV: 'test', ALGOLIA_APP_ID: appId, ALGOLIA_WRITE_KEY: writeKey, ALGOLIA_SEARCH_KEY: 'search-key', ALGOLIA_HOST: algolia.host },
    });
    const first = await guides.write();
    await until('the first is live', () => guides.stands(first.path));
    const second = await guides.write();
    await until('the second is live', async () => (await guides.receiptOf(second.id))?.state === 'live');
    expect((await guides.receiptOf(second.id))?.indexedAt ?? null).toBeNull();
    await end(publisher, 'SIGKILL');
    await algolia.close();
  }, 240_000);

  test('waits for no answer of search', async () => {
    const never = new Promise<never>(() => undefined);
    const rounds = site.openRounds(undefined, { follow: () => never, told: () => never, settled: () => never, audit: () => never, close: () => undefined });
    for (const words of ['The first text.', 'The second text.']) {
      const { id, path } = await guides.write(words);
      await rounds.carryOut(await waitingPublications(site.payload), []);
      expect(await site.page(path)).toContain(words);
      expect(await guides.receiptOf(id)).toMatchObject({ state: 'live' });
    }
  });

  test('clears away what another one left half-written', async () => {
    const draft = `${site.folders.outDir}.tmp`;
    await mkdir(join(draft, 'folder'), { recursive: true });
    await writeFile(join(draft, 'next'), '<html>half');
    await writeFile(join(draft, 'folder', 'other'), 'half');
    const { path } = await guides.write();
    const publisher = site.startPublisher();
    await until('the page stands', () => guides.stands(path));
    await guides.settle(publisher);
  }, 240_000);

  test.each([
    ['forwards', 400],
    ['backwards', -400],
  ])(
    'whose clock moved %s shows the day that it is told, and the right one again',
    async (_way, days) => {
      const today = Date.now();
      let now = today;
      const until = new Date(today + 86_400_000).toISOString();
      await site.payload.updateGlobal({ slug: 'program', data: { notice: { text: 'We are closed this evening.', until } } });
      const rounds = site.openRounds(() => new Date(now).toISOString());
      for (const at of [today, today + days * 86_400_000, today]) {
        now = at;
        await rounds.carryOut(await waitingPublications(site.payload), []);
        const [output, nothing] = [await site.output(), await site.fromNothing(new Date(now).toISOString())];
        expect(output).toEqual(nothing);
        expect((await site.page(paths.home('en')))?.includes('We are closed this evening.')).toBe(at < today + 86_400_000);
      }
    },
    60_000,
  );
});

function fileAt(path: string): string {
  return join(site.folders.outDir, path, 'index.html');
}

/** From now on every file that is written to `place` meets a full disk, as /dev/full is one. */
function noSpace(place: string): { give(): Promise<void> } {
  let isFull = true;
  const filling = (async () => {
    for (; isFull; await sleep(2)) {
      await symlink('/dev/full', place).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
      });
    }
    await unlink(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  })();
  return {
    async give() {
      isFull = false;
      await filling;
    },
  };
}

/** The built press, but for a template that throws where it meets some words. */
async function brokenPress({ dir, pressDir }: TestPublishing): Promise<string> {
  const broken = join(dir, 'broken-press');
  await cp(pressDir, broken, { recursive: true });
  const entry = join(broken, 'server', 'entry.mjs');
  await writeFile(join(broken, 'server', 'whole.mjs'), await readFile(entry));
  await writeFile(
    entry,
    `import { render as whole } from './whole.mjs';
    export async function render(request, locals) {
      const response = await whole(request, locals);
      const body = await response.text();
      if (body.includes('Unprintable words')) throw new Error('The template met words that it cannot print.');
      return new Response(body, response);
    }`,
  );
  return broken;
}
