import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { askForAudit, auditState, lastAudit } from '../../cms/publishing/audit/kept.ts';
import { type AuditReport, checkedIn, disagreementsIn } from '../../cms/publishing/audit/report.ts';
import { auditNow, isNight, openAudits } from '../../cms/publishing/audit/resident.ts';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import { openRounds, type Rounds } from '../../cms/publishing/rounds.ts';
import { openSearch } from '../../cms/search/openSearch.ts';
import { openPress, openPrinter } from '../../site/press/index.ts';
import { fileOf } from '../../site/press/output.ts';
import { openRecordView, type RecordView } from '../../site/press/record.ts';
import { type AlgoliaDouble, appId, startAlgolia, writeKey } from '../support/algolia/index.ts';
import { databases } from '../support/databases.ts';
import { fixtureSettings } from '../support/fixtureLibrary.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';

let site: TestPublishing & { rounds: Rounds };
let algolia: AlgoliaDouble;

const guide = (slug: string) => paths.document('en', 'articles', slug);
const article = (title: string) => ({ title, summary: `About ${title}.`, body: lexical(paragraph(`Words on ${title}.`)), stage: 'before' as const });
const published = { _status: 'published' as const };
const file = (path: string) => join(site.folders.outDir, fileOf(path));

/** What an audit says in English, a line each, and whether it was put right. */
const lines = ({ lines: found }: AuditReport) => found.map(({ part, mended, says }) => `${part}${mended ? '' : ' (open)'}: ${says.en}`);
const audited_ = () => ({ payload: site.payload, rounds: site.rounds, outDir: site.folders.outDir, settledAfter: 0 });

async function audited(): Promise<string[]> {
  return lines(await auditNow(audited_()));
}

interface Native {
  updateOne(where: object, change: object): Promise<unknown>;
  deleteMany(where: object): Promise<unknown>;
}

/** The driver's own collection, past Payload and mongoose. */
function inMongo(collection: string, of: 'collections' | 'versions' = 'collections'): Native {
  const model = (site.payload.db as unknown as Record<typeof of, Record<string, { collection: Native }>>)[of][collection];
  if (!model) throw new Error(`There is no collection ${collection}.`);
  return model.collection;
}

const isMongo = () => site.payload.db.name === 'mongoose';

/** Writes to the SQLite file itself, from another process: a second SQLite in this one would let go of the locks of the first. */
function inSqlite(sql: string, ...values: (string | number)[]): void {
  const script = `const [file, sql, values] = process.argv.slice(1);
    new (require('node:sqlite').DatabaseSync)(file, { timeout: 5000 }).prepare(sql).run(...JSON.parse(values));`;
  execFileSync(process.execPath, ['-e', script, join(site.dir, 'alongside.db'), sql, JSON.stringify(values)]);
}

/** An id as the database itself keeps it. */
function nativeId(id: number | string): unknown {
  if (!isMongo()) return id;
  const { connection } = site.payload.db as unknown as { connection: { base: { Types: { ObjectId: new (id: string) => unknown } } } };
  return new connection.base.Types.ObjectId(String(id));
}

/** Writes the English text of a field of a guide. */
async function store(id: number | string, field: 'summary' | 'body', value: string | object): Promise<void> {
  if (isMongo()) await inMongo('articles').updateOne({ _id: nativeId(id) }, { $set: { [`${field}.en`]: value } });
  else
    inSqlite(`UPDATE articles_locales SET ${field} = ? WHERE _parent_id = ? AND _locale = 'en'`, typeof value === 'string' ? value : JSON.stringify(value), id);
}

async function forget(collection: string, table: string, where: Record<string, string | number>): Promise<void> {
  if (isMongo()) await inMongo(collection).deleteMany(where);
  else {
    const names = Object.keys(where);
    const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    inSqlite(`DELETE FROM ${table} WHERE ${names.map((name) => `${column(name)} = ?`).join(' AND ')}`, ...Object.values(where));
  }
}

/** The same site with both kinds of search. */
async function withSearch(plain: TestPublishing): Promise<typeof site> {
  const { payload, dir, folders } = plain;
  const press = await openPress(join(dir, 'press'));
  if (process.env.MONGODB_PROTOCOL_ONLY) askForWhole(payload);
  const rounds = openRounds({
    payload,
    openPrinter: () => openPrinter({ press, settings: fixtureSettings, ...folders }),
    outDir: folders.outDir,
    search: openSearch({ outDir: folders.outDir, delay: 0, algolia: { appId, writeKey, host: algolia.host }, onError: fail }),
    onError: fail,
  });
  return { ...plain, rounds, publish: async () => rounds.carryOut(await waitingPublications(payload), []) };
}

/** The small server does not return a part of a document that it changes: it is asked for the whole one. */
function askForWhole({ db }: Payload): void {
  const updateOne = db.updateOne.bind(db);
  db.updateOne = ({ select: _, ...rest }) => updateOne(rest);
}

/** When each file of the site was written last. */
async function everyStamp(): Promise<[string, number][]> {
  const entries = await readdir(site.folders.outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.sort().map(async (name): Promise<[string, number]> => [name, (await stat(name)).mtimeMs]));
}

/** What the static server finds in the record. */
function record<T>(ask: (view: RecordView) => T): T {
  const view = openRecordView(site.folders.record);
  if (!view) throw new Error('There is no record.');
  const answer = ask(view);
  view.close();
  return answer;
}

/** Has a page say something as if the press itself had printed it. */
async function leak(path: string, words: string): Promise<void> {
  const text = `${await readFile(file(path), 'utf8')}${words}`;
  await writeFile(file(path), text);
  const printer = await site.rounds.printer();
  vi.spyOn(printer, 'damage').mockReturnValueOnce([]);
}

const noon = Temporal.Instant.from('2026-11-23T18:00:00Z');
const fail = (error: unknown) => {
  throw error;
};
const write = async (title: string) => site.payload.create({ collection: 'articles', data: { ...article(title), ...published } });

describe.each(databases())('an audit, on $name', (database) => {
  beforeAll(async () => {
    algolia = await startAlgolia();
    site = await withSearch(await createTestPublishing(database));
    await write('Staying close');
    await write('Moving on');
    await site.payload.updateGlobal({ slug: 'program', data: { name: 'Riverbend', phone: '555-0100', zone: 'America/Chicago' } });
    await site.publish();
    await site.rounds.searchTold();
  });
  afterAll(async () => {
    await site?.close();
    await algolia?.close();
  });

  test('of a sound site says so, and writes nothing', async () => {
    await audited();
    const before = await everyStamp();
    algolia.log.length = 0;
    const report = await auditNow(audited_());
    expect(lines(report)).toEqual([]);
    expect(checkedIn(report)).toBeGreaterThan(60);
    expect(Object.keys(report.checked)).toEqual(expect.arrayContaining(['content', 'addresses', 'files', 'receipts', 'search']));
    expect(await everyStamp()).toEqual(before);
    expect(algolia.log.filter(({ path }) => path.endsWith('/batch'))).toEqual([]);
    expect(await lastAudit(site.payload)).toEqual(report);
  });

  describe('mends the files', () => {
    test.each<[string, (path: string) => Promise<void>, RegExp]>([
      [
        'a page that somebody changed',
        (path) => writeFile(file(path), 'Buy here.'),
        /^files: \/en\/guides\/staying-close\/ was changed by somebody else\. It was printed again\.$/,
      ],
      ['a page that is missing', (path) => rm(file(path)), /^files: \/en\/guides\/staying-close\/ was missing\. It was printed again\.$/],
    ])('%s', async (_, damage, says) => {
      const before = await site.output();
      await damage(guide('staying-close'));
      expect(await audited()).toEqual([expect.stringMatching(says)]);
      expect(await site.output()).toEqual(before);
      expect(await audited()).toEqual([]);
    });

    test('a file that nobody names', async () => {
      await mkdir(join(site.folders.outDir, 'en/old'), { recursive: true });
      await writeFile(file('/en/old/'), 'A page of another time.');
      expect(await audited()).toEqual(['files: /en/old/ is no file of the site. It was taken away.']);
      expect(existsSync(file('/en/old/'))).toBe(false);
    });
  });

  test('mends a document that was changed behind the back of the CMS', async () => {
    const { id } = await write('Said by hand');
    await site.publish();
    await store(id, 'summary', 'A summary from behind.');
    expect(await audited()).toEqual([
      `content: “Said by hand” (articles/${id}) is not on the site as the database has it. It was read again, and its pages are printed.`,
    ]);
    expect(await site.page(guide('said-by-hand'))).toContain('A summary from behind.');
    expect(await audited()).toEqual([]);
    expect(await site.fromNothing()).toEqual(await site.output());
  });

  test('takes away a document that is no longer in the database, and leaves its address saying that it is gone', async () => {
    const { id } = await write('Dropped by hand');
    await site.publish();
    await site.payload.db.deleteOne({ collection: 'articles', where: { id: { equals: id } } });
    const said = await audited();
    expect(said).toContain(
      `addresses: The address ${guide('dropped-by-hand')} of “Dropped by hand” (articles/${id}) had the wrong state on record. It was corrected.`,
    );
    expect(await site.page(guide('dropped-by-hand'))).toBeUndefined();
    expect(record((view) => view.isGone(guide('dropped-by-hand')))).toBe(true);
    expect(await audited()).toEqual([]);
  });

  describe('addresses', () => {
    test('that are no longer on record are written again, those of former slugs too, though the publisher began anew meanwhile', async () => {
      const { id } = await write('First address');
      await site.publish();
      await site.payload.update({ collection: 'articles', id, data: { slug: 'second-address', ...published } });
      await site.publish();
      await forget('addresses', 'addresses', { documentId: String(id) });
      site.rounds.startAnew();
      await site.publish();
      expect(record((view) => view.redirect(guide('first-address')))).toBeUndefined();
      const name = `“First address” (articles/${id})`;
      expect((await audited()).sort()).toEqual([
        `addresses: The address ${guide('first-address')} of ${name} was not on record. It was written again.`,
        `addresses: The address ${guide('second-address')} of ${name} was not on record. It was written again.`,
      ]);
      const { docs } = await site.payload.find({ collection: 'addresses', where: { documentId: { equals: String(id) } }, sort: 'path' });
      expect(docs.map(({ path, state }) => [path, state])).toEqual([
        [guide('first-address'), 'moved'],
        [guide('second-address'), 'live'],
      ]);
      expect(record((view) => view.redirect(guide('first-address')))?.target).toBe(guide('second-address'));
      expect(await audited()).toEqual([]);
    });

    test('that lead elsewhere are led where they should', async () => {
      const { id } = await write('Well led');
      await site.publish();
      await site.payload.update({ collection: 'articles', id, data: { slug: 'led-well', ...published } });
      await site.publish();
      const database = new DatabaseSync(site.folders.record, { timeout: 5_000 });
      database.prepare('UPDATE redirects SET target = ? WHERE path = ?').run('/en/nowhere/', guide('well-led'));
      database.close();
      expect(await audited()).toEqual([`addresses: ${guide('well-led')} did not lead where it should. It does now.`]);
      expect(record((view) => view.redirect(guide('well-led')))?.target).toBe(guide('led-well'));
    });
  });

  test('gives a save that was forgotten its publication', async () => {
    const { id } = await write('Soon forgotten');
    await site.publish();
    await forget('publications', 'publications', { documentId: String(id) });
    expect(await audited()).toEqual([expect.stringMatching(/^receipts: “Soon forgotten” .* without a publication\. One was written, and it goes out now\.$/)]);
    await site.publish();
    const { docs } = await site.payload.find({ collection: 'publications', where: { documentId: { equals: String(id) } } });
    expect(docs.map(({ state }) => state)).toEqual(['live']);
    expect(await audited()).toEqual([]);
  });

  test('takes out of the search index what it should not find, puts in what it should, and corrects what it says', async () => {
    const { objects } = algolia.store.existing('alongside_en');
    const [[kept, record_] = []] = [...objects].filter(([id]) => id.endsWith('#0'));
    const [[changed, other] = []] = [...objects].filter(([id]) => id.endsWith('#0')).slice(1);
    if (!kept || !record_ || !changed || !other) throw new Error('The index has too few records.');
    objects.set('articles:999:en#0', { ...record_, objectID: 'articles:999:en#0', docId: 'articles:999:en', path: '/en/guides/withdrawn/' });
    objects.delete(kept);
    objects.set(changed, { ...other, content: 'Other words.' });
    expect((await audited()).sort()).toEqual([
      expect.stringMatching(/^search: Algolia did not find .*\. It was put in\.$/),
      expect.stringMatching(/^search: Algolia had other words for .*\. They were replaced\.$/),
      'search: Algolia still found /en/guides/withdrawn/, which is not published. It was taken out.',
    ]);
    expect(objects.get(kept)).toEqual(record_);
    expect(objects.get(changed)).toEqual(other);
    expect(objects.has('articles:999:en#0')).toBe(false);
  });

  test("builds the site's own index anew where it is damaged", async () => {
    const { index } = JSON.parse(await readFile(file('/pagefind/en.json'), 'utf8')) as { index: string };
    await rm(file(`/pagefind/${index}/pagefind-entry.json`));
    expect(await audited()).toEqual(['search: The index of Pagefind (en) was missing or of another text. It was built again.']);
    expect(existsSync(file(`/pagefind/${index}/pagefind-entry.json`))).toBe(true);
  });

  test('says what it cannot mend: a search engine that does not answer', async () => {
    algolia.fault = 500;
    const said = await audited();
    algolia.fault = 'none';
    expect(said).toEqual([expect.stringMatching(/^search \(open\): The search index could not be compared: /)]);
    expect((await lastAudit(site.payload))?.open).toBe(1);
  });

  test('says what it cannot mend: a document that cannot be shown', async () => {
    const { id } = await write('Shown before');
    await site.publish();
    await store(id, 'body', lexical({ type: 'mystery' }));
    await audited();
    expect(await audited()).toEqual([
      expect.stringMatching(/^content \(open\): “Shown before” .* cannot be shown as it is: .*mystery.* Families read an older version\. Correct it/),
    ]);
    expect(await site.page(guide('shown-before'))).toContain('Words on Shown before.');
    await site.payload.update({ collection: 'articles', id, data: { ...article('Shown before'), ...published } });
    await site.publish();
    expect(await audited()).toEqual([]);
  });

  test('looks for the words of drafts in every page', async () => {
    await site.payload.create({ collection: 'articles', draft: true, data: article('The unborn heron of spring') });
    const report = await auditNow(audited_());
    expect(lines(report)).toEqual([]);
    expect(report.checked.drafts).toBe(1);
    await leak(guide('staying-close'), 'The unborn heron of spring');
    expect(await audited()).toEqual([
      `drafts (open): ${guide('staying-close')} has the title “The unborn heron of spring” of a text that is not published. This should not be possible: show it to whoever runs the site.`,
    ]);
    await writeFile(file(guide('staying-close')), '');
    await audited();
    expect(await audited()).toEqual([]);
  });

  // Where saves are whole there is no such damage.
  if (database.name === 'mongodb' && !process.env.TEST_MONGODB_URL)
    test('without transactions, writes the version again that a crash has cut off', async () => {
      const { id } = await write('Cut short');
      await site.publish();
      await inMongo('articles', 'versions').deleteMany({ parent: { $in: [nativeId(id), String(id)] } });
      expect(await audited()).toEqual([
        `saves: The last save of “Cut short” (articles/${id}) was cut short: the admin would have opened the text before it. Its version was written again.`,
      ]);
      const { docs } = await site.payload.findVersions({ collection: 'articles', where: { parent: { equals: id } }, locale: 'all' });
      expect(docs.map(({ latest, version }) => [latest, version.title, version._status])).toEqual([
        [true, { en: 'Cut short' }, { en: 'published', es: 'draft' }],
      ]);
      expect(await audited()).toEqual([]);
    });

  test('a change that is on its way is no disagreement', async () => {
    const { id } = await write('On its way');
    await site.payload.update({ collection: 'articles', id, data: { slug: 'on-its-way-now', ...published } });
    expect(await audited()).toEqual([]);
    await site.publish();
    expect(await audited()).toEqual([]);
  });

  test('goes on when somebody asks, a step at a time, and publishing goes first', async () => {
    const reports: AuditReport[] = [];
    const audits = openAudits({
      payload: site.payload,
      rounds: site.rounds,
      outDir: site.folders.outDir,
      settledAfter: 0,
      onReport: (report) => reports.push(report),
      onError: fail,
      now: () => noon,
    });
    expect(await audits.advance()).toBe(false);
    const asked = await askForAudit(site.payload);
    expect((await auditState(site.payload)).askedAt).toBeDefined();
    await sleep(1_000);
    expect(await audits.advance()).toBe(true);
    const { id } = await write('Between two steps');
    await site.publish();
    for (let steps = 0; reports.length === 0 && steps < 5_000; steps += 1) {
      if (await audits.advance()) continue;
      await site.rounds.advance();
      await sleep(5);
    }
    expect(reports.map(lines)).toEqual([[]]);
    expect(reports[0]?.asked).toBe(asked);
    expect(await site.page(guide('between-two-steps'))).toContain('Between two steps');
    expect(await auditState(site.payload)).toEqual({ last: reports[0], askedAt: undefined });
    expect(disagreementsIn(reports[0] as AuditReport)).toBe(0);
    expect(id).toBeDefined();
  });
});

test.each([
  ['at noon', '2026-11-23T18:00:00Z', undefined, false],
  ['at half past three in Chicago', '2026-11-23T09:30:00Z', undefined, true],
  ['at half past three, after one that somebody asked for at noon', '2026-11-23T09:30:00Z', '2026-11-22T18:00:00Z', true],
  ['at half past four, after the one of three', '2026-11-23T10:30:00Z', '2026-11-23T09:00:00Z', false],
  ['at half past five', '2026-11-23T11:30:00Z', undefined, false],
])('%s the nightly audit begins, or does not', (_, now, last, begins) => {
  expect(isNight(Temporal.Instant.from(now), 'America/Chicago', last)).toBe(begins);
});
