import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringSample, sampleIsIn } from '../../cms/commands/sample.ts';
import type { Locale } from '../../cms/library/locales.ts';
import { readSeed, type SeedLibrary } from '../../seed/readSeed.ts';
import { perLocale } from '../../seed/tree.ts';
import { upsertSeed } from '../../seed/upsert.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const sample = await readSeed();
const topics = sample.documents.filter(({ collection }) => collection === 'topics').slice(0, 4);
const [untouched, edited, deleted, added] = topics.map(({ key }) => key);
/** A few topics, as this package brings them; and as an older one did: other words, and one topic less. */
const library: SeedLibrary = { ...sample, documents: topics, globals: [] };
const older: SeedLibrary = {
  ...library,
  documents: topics.slice(0, 3).map((document) => ({ ...document, data: { ...document.data, summary: perLocale({ en: 'As it was.', es: 'Como era.' }) } })),
};

describe.each(databases())('a data folder with an older sample library, on $name', (kind) => {
  let cms: TestCms;
  let settings: { dataDir: string; databaseUrl: string };
  beforeAll(async () => {
    cms = await openTestCms(kind);
    settings = { dataDir: cms.dataDir, databaseUrl: process.env.DATABASE_URL || 'file:alongside.db' };
    await upsertSeed(cms.payload, older);
  }, 60_000);
  afterAll(() => cms.close());

  const summaryOf = async (key: string | undefined, locale: Locale = 'en') => {
    const { docs } = await cms.payload.find({ collection: 'topics', where: { seedKey: { equals: key } }, locale, draft: true, depth: 0 });
    return docs[0]?.summary;
  };
  const idOf = async (key: string | undefined) => {
    const { docs } = await cms.payload.find({ collection: 'topics', where: { seedKey: { equals: key } }, draft: true, depth: 0 });
    return docs[0]?.id as number;
  };

  test('has what is new and what has changed after a start, and a document that staff edited as they left it', async () => {
    await cms.payload.update({ collection: 'topics', id: await idOf(edited), locale: 'en', data: { summary: 'Our own words.', _status: 'published' } });
    expect(await sampleIsIn(settings)).toBe(false);
    expect(await bringSample(cms.payload, settings, { library })).toEqual({ created: 1, updated: 2, unchanged: 0, edited: 1 });
    expect(await summaryOf(added)).toBeTruthy();
    expect(await summaryOf(untouched)).not.toBe('As it was.');
    expect([await summaryOf(edited), await summaryOf(edited, 'es')]).toEqual(['Our own words.', 'Como era.']);
  });

  test('is known to be up to date from then on, without asking the database', async () => {
    expect(await sampleIsIn(settings)).toBe(true);
    expect(await sampleIsIn({ ...settings, databaseUrl: 'file:another.db' })).toBe(false);
  });

  test('does not get back what staff deleted for good', async () => {
    await cms.payload.delete({ collection: 'topics', id: await idOf(deleted) });
    expect(await bringSample(cms.payload, settings, { library })).toEqual({ created: 0, updated: 0, unchanged: 2, edited: 2 });
    expect(await idOf(deleted)).toBeUndefined();
  });
});
