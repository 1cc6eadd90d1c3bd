import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../cms/library/readLibrary.ts';
import { insertScaled } from '../../seed/insertScaled.ts';
import { readSeed, type SeedLibrary } from '../../seed/readSeed.ts';
import { scaledDocuments } from '../../seed/scale.ts';
import { upsertSeed } from '../../seed/upsert.ts';
import { type DatabaseKind, databases } from '../support/databases.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const documents = scaledDocuments(20);
const sample = await readSeed();
const program: SeedLibrary = { documents: [], files: new Map(), globals: sample.globals.filter(({ slug }) => slug === 'program') };

async function withCms<T>(kind: DatabaseKind, use: (cms: TestCms) => Promise<T>): Promise<T> {
  const cms = await openTestCms(kind);
  try {
    await upsertSeed(cms.payload, program);
    return await use(cms);
  } finally {
    await cms.close();
  }
}

/** What was stored of it: the instants and the codes of two libraries differ, and with a code what is named after it. */
async function stored({ payload }: TestCms) {
  const { library, problems } = await readLibrary(payload);
  expect(problems).toEqual([]);
  const texts = Object.values(library.documents).map((map) =>
    [...(map as ReadonlyMap<string, object>).values()].map((document) => ({
      ...document,
      code: '',
      updatedAt: '',
      publishedAt: '',
      ...('uid' in document && { uid: '' }),
    })),
  );
  const { docs } = await payload.find({ collection: 'addresses', sort: 'path', pagination: false });
  return { texts, addresses: docs.map(({ locale, path, documentCollection, documentId, state }) => ({ locale, path, documentCollection, documentId, state })) };
}

test('a made-up library reads as if staff had saved it in the CMS', async () => {
  const [sqlite] = databases();
  const inserted = await withCms(sqlite!, async (cms) => {
    await insertScaled(cms.payload, documents);
    return stored(cms);
  });
  const saved = await withCms(sqlite!, async (cms) => {
    await upsertSeed(cms.payload, { ...program, documents });
    return stored(cms);
  });
  expect(inserted).toEqual(saved);
});

describe.each(databases())('a made-up library, on $name', (kind) => {
  test('is published in both languages, stays when it is made again, and can be edited like any other', async () => {
    await withCms(kind, async ({ payload }) => {
      expect(await insertScaled(payload, documents)).toEqual({ created: documents.length, unchanged: 0 });
      expect(await insertScaled(payload, documents)).toEqual({ created: 0, unchanged: documents.length });
      const { library, problems } = await readLibrary(payload);
      expect(problems).toEqual([]);
      const all = Object.values(library.documents).flatMap((map) => [...(map as ReadonlyMap<string, { text: object }>).values()]);
      expect(all).toHaveLength(documents.length);
      for (const document of all) expect(Object.keys(document.text).sort()).toEqual(['en', 'es']);
      expect((await payload.count({ collection: 'addresses' })).totalDocs).toBe(2 * documents.length);

      const { docs } = await payload.find({ collection: 'faqs', draft: true, locale: 'en', limit: 1 });
      const { id } = docs[0]!;
      await payload.update({ collection: 'faqs', id, locale: 'en', data: { answer: 'In our own words.' } });
      const changed = (await readLibrary(payload)).library.documents.faqs.get(String(id));
      expect(changed?.text.en?.answer).toBe('In our own words.');
      expect(changed?.text.es?.answer).toBe(library.documents.faqs.get(String(id))?.text.es?.answer);
      expect((await payload.count({ collection: 'publications', where: { documentCollection: { equals: 'faqs' } } })).totalDocs).toBe(1);
    });
  });
});
