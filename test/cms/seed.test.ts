import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../cms/library/contentHash.ts';
import { readLibrary } from '../../cms/library/readLibrary.ts';
import { readSeed, type SeedLibrary } from '../../seed/readSeed.ts';
import { perLocale } from '../../seed/tree.ts';
import { upsertSeed } from '../../seed/upsert.ts';
import { databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

/** The sample library with other words in one topic's Spanish summary. */
const withSummary = (library: SeedLibrary, key: string, es: string): SeedLibrary => ({
  ...library,
  documents: library.documents.map((document) =>
    document.key === key ? { ...document, data: { ...document.data, summary: perLocale({ en: 'As it was.', es }) } } : document,
  ),
});

/** A few documents of each kind; what they name beside is made as an empty draft. */
const fewOfEach = (library: SeedLibrary): SeedLibrary => ({
  ...library,
  documents: library.documents.filter(
    ({ collection }, index) => library.documents.slice(0, index).filter((other) => other.collection === collection).length < 4,
  ),
});

describe.each(databases())('the sample library, on $name', (kind) => {
  let cms: TestCms;
  let sample: SeedLibrary;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    // The stand-in for MongoDB looks through every document at each save: the whole library would take it many minutes.
    sample = process.env.MONGODB_PROTOCOL_ONLY ? fewOfEach(await readSeed()) : await readSeed();
    await upsertSeed(cms.payload, sample);
    // Some five hundred saves, one after the other, on a machine that may be busy.
  }, 600_000);
  afterAll(() => cms.close());

  const topic = async (key: string) => {
    const { docs } = await cms.payload.find({ collection: 'topics', where: { seedKey: { equals: key } }, locale: 'all', draft: true, depth: 0 });
    return docs[0] as unknown as { id: number | string; summary: { en: string; es: string }; _status: { en: string; es: string } };
  };

  test('is published whole, in both languages, and can be read back without a problem', async () => {
    const { library, problems } = await readLibrary(cms.payload);
    expect(problems).toEqual([]);
    for (const collection of ['articles', 'faqs', 'terms', 'topics', 'workshops', 'materials', 'kits', 'pages'] as const) {
      const documents = [...library.documents[collection].values()];
      expect(documents).toHaveLength(sample.documents.filter((document) => document.collection === collection).length);
      for (const document of documents) expect(Object.keys(document.text).sort()).toEqual(['en', 'es']);
    }
    expect(library.program.crisisLines.every((line) => line.text.en.label && line.text.es.label)).toBe(true);
  });

  test('written twice, changes nothing', async () => {
    const versions = async () => (await cms.payload.countVersions({ collection: 'articles' })).totalDocs;
    const before = [hashOf((await readLibrary(cms.payload)).library.documents.articles.size), await versions()];
    const { created, updated, edited, unchanged } = await upsertSeed(cms.payload, sample);
    expect({ created, updated, edited, unchanged }).toEqual({ created: 0, updated: 0, edited: 0, unchanged: sample.documents.length + sample.globals.length });
    expect([hashOf((await readLibrary(cms.payload)).library.documents.articles.size), await versions()]).toEqual(before);
  });

  test('brings a changed file to the document that nobody edited', async () => {
    expect(await upsertSeed(cms.payload, withSummary(sample, 'topics/daily-life', 'Otra cosa.'))).toMatchObject({ updated: 1, edited: 0 });
    expect(await topic('topics/daily-life')).toMatchObject({ summary: { es: 'Otra cosa.' }, _status: { en: 'published', es: 'published' } });
  });

  test('never overwrites what staff changed, published or still a draft', async () => {
    const { id } = await topic('topics/change');
    await cms.payload.update({ collection: 'topics', id, locale: 'en', draft: true, data: { summary: 'Our own words.' } });
    expect(await upsertSeed(cms.payload, withSummary(sample, 'topics/change', 'Otra cosa.'))).toMatchObject({ edited: 1 });
    expect((await topic('topics/change')).summary.en).toBe('Our own words.');
    expect((await topic('topics/change')).summary.es).not.toBe('Otra cosa.');
  });

  test('leaves in the trash what staff put there', async () => {
    const { id } = await topic('topics/what-it-is');
    await cms.payload.update({ collection: 'topics', id, data: { deletedAt: new Date().toISOString() } });
    expect(await upsertSeed(cms.payload, withSummary(sample, 'topics/what-it-is', 'Otra cosa.'))).toMatchObject({ created: 0, edited: 2 });
    expect(await topic('topics/what-it-is')).toBeUndefined();
  });
});
