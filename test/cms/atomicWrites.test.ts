import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';
import { end, until } from '../support/until.ts';

const writer = fileURLToPath(new URL('../support/writer.ts', import.meta.url));
const holder = fileURLToPath(new URL('../support/holder.ts', import.meta.url));
const [sqlite] = databases();

describe('saves on SQLite', () => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(sqlite!);
  });
  afterAll(() => cms.close());

  const topic = (title: string) => ({ title, summary: 'x', _status: 'published' as const });
  const count = async (title: string) => (await cms.payload.count({ collection: 'topics', where: { title: { equals: title } } })).totalDocs;

  function startWriter(documents: number, dataDir = cms.dataDir): { child: ChildProcess; ready: Promise<void>; ended: Promise<string>; said: string[] } {
    const child = spawn(process.execPath, [writer, String(documents)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, PAYLOAD_LOG_LEVEL: 'error' },
    });
    const lines = createInterface(child.stdout!);
    const said: string[] = [];
    const ready = new Promise<void>((resolve) =>
      lines.on('line', (line) => {
        said.push(line);
        if (line === 'ready') resolve();
      }),
    );
    return { child, ready, ended: new Promise((resolve) => child.once('close', () => resolve(said.at(-1) ?? ''))), said };
  }

  function startHolder(file = join(cms.dataDir, 'alongside.db')): { child: ChildProcess; exec(sql: string): Promise<void> } {
    const child = spawn(process.execPath, [holder, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    return {
      child,
      exec: async (sql) => {
        child.stdin.write(`${sql}\n`);
        await once(child.stdout, 'data');
      },
    };
  }

  test('two processes that save ten at a time each lose nothing and refuse nothing', async () => {
    const before = (await cms.payload.count({ collection: 'faqs' })).totalDocs;
    const writers = [startWriter(40), startWriter(40)];
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual(['failed 0', 'failed 0']);
    expect(writers.flatMap(({ said }) => said).filter((line) => /ERROR|SQLITE_BUSY/.test(line))).toEqual([]);
    expect((await cms.payload.count({ collection: 'faqs' })).totalDocs).toBe(before + 80);
  });

  test('a process that begins while another one holds the whole database waits for it', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'alongside-held-'));
    const held = startHolder(join(dataDir, 'alongside.db'));
    await held.exec('CREATE TABLE anything (x)');
    await held.exec('BEGIN EXCLUSIVE');
    const { ready, child, said } = startWriter(0, dataDir);
    await until('it opens the database', () => said.includes('opening'));
    await wait(4_000);
    await held.exec('COMMIT');
    held.child.stdin?.end();
    await Promise.race([ready, once(child, 'exit')]);
    await end(child, 'SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
    expect(said).toContain('ready');
  });

  test('a process that is killed while it saves leaves only whole documents', async () => {
    for (const delay of [120, 310, 530]) {
      const { child, ready, ended } = startWriter(1000);
      await ready;
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGKILL');
      await ended;
    }
    const sql = async (text: string) =>
      (await (cms.payload.db as unknown as { client: { execute(sql: string): Promise<{ rows: { n: number }[] }> } }).client.execute(text)).rows[0]?.n;
    expect(await sql('select count(*) as n from faqs')).toBeGreaterThan(0);
    expect(await sql('select count(*) as n from faqs where id not in (select _parent_id from faqs_locales where question is not null)')).toBe(0);
    expect(await sql('select count(*) as n from faqs where id not in (select _parent_id from faqs_sources)')).toBe(0);
    expect(await sql('select count(*) as n from faqs where id not in (select parent_id from _faqs_v)')).toBe(0);
    expect(
      await sql("select count(*) as n from faqs where cast(id as text) not in (select document_id from publications where document_collection = 'faqs')"),
    ).toBe(0);
  });

  test('a save inside a save that forgot its request joins it, and goes with it', async () => {
    const id = await cms.payload.db.beginTransaction();
    await cms.payload.create({ collection: 'topics', data: topic('Inside') });
    await cms.payload.db.rollbackTransaction(id as string);
    expect(await count('Inside')).toBe(0);
    await cms.payload.create({ collection: 'topics', data: topic('After') });
    expect(await count('After')).toBe(1);
  });

  test('a save that another process holds off for a moment is kept, without a word in the log', async () => {
    const log = vi.spyOn(cms.payload.logger, 'error');
    const other = startHolder();
    for (let round = 0; round < 10; round++) {
      await other.exec('begin immediate');
      let saved = false;
      const save = cms.payload.create({ collection: 'topics', data: topic(`Held off ${round}`) }).then(() => {
        saved = true;
      });
      await wait(100);
      expect(saved).toBe(false);
      await other.exec('commit');
      await save;
      expect(await count(`Held off ${round}`)).toBe(1);
    }
    other.child.kill();
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  test('a save that another process holds off for too long fails, and the log says so', async () => {
    const log = vi.spyOn(cms.payload.logger, 'error');
    const other = startHolder();
    await other.exec('begin immediate');
    const save = cms.payload.create({ collection: 'topics', data: topic('Held off for ever') });
    const refused = expect(save).rejects.toThrow(/database is locked/);
    await wait(100);
    const { now } = Date;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
    await refused;
    clock.mockRestore();
    other.child.kill();
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ msg: expect.stringContaining('database is locked') }));
    log.mockRestore();
    expect(await count('Held off for ever')).toBe(0);
  });

  test('a save that cannot be committed fails aloud, and the next one goes on', async () => {
    const { client } = cms.payload.db as unknown as { client: { transaction(mode: string): Promise<{ commit(): Promise<void>; close(): void }> } };
    const sample = await client.transaction('deferred');
    sample.close();
    const commit = vi.spyOn(Object.getPrototypeOf(sample), 'commit').mockRejectedValueOnce(new Error('The disk is full.'));
    await expect(cms.payload.create({ collection: 'topics', data: topic('Not committed') })).rejects.toThrow('The disk is full.');
    commit.mockRestore();
    expect(await count('Not committed')).toBe(0);
    await cms.payload.create({ collection: 'topics', data: topic('Committed') });
    expect(await count('Committed')).toBe(1);
  });

  test('a save that waits too long is told who holds the database, and the next one goes on', async () => {
    const { promise: holder, resolve: begun } = Promise.withResolvers<string>();
    const { promise: released, resolve: letGo } = Promise.withResolvers<void>();
    const hold = (async () => {
      await Promise.resolve();
      const id = (await cms.payload.db.beginTransaction()) as string;
      begun(id);
      await released;
      await cms.payload.db.rollbackTransaction(id);
    })();
    const id = await holder;
    await expect(cms.payload.create({ collection: 'topics', data: topic('Waiting') })).rejects.toThrow(id);
    letGo();
    await hold;
    await cms.payload.create({ collection: 'topics', data: topic('Next') });
    expect(await count('Next')).toBe(1);
  });
});
