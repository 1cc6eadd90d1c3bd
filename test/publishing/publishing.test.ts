import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';

let site: TestPublishing;

const guide = (slug: string, locale: 'en' | 'es' = 'en') => paths.document(locale, 'articles', slug);
const article = (title: string, text = 'Words.') => ({ title, summary: `About ${title}.`, body: lexical(paragraph(text)), stage: 'before' as const });
const published = { _status: 'published' as const };

async function receiptsOf(id: number | string) {
  const { docs } = await site.payload.find({
    collection: 'publications',
    where: { documentId: { equals: String(id) }, documentCollection: { equals: 'articles' } },
    sort: 'id',
  });
  return docs;
}

async function everyByte(): Promise<string> {
  return [...(await site.output())].flat().join('\n');
}

/** Writes to the database itself. */
async function storeEnglishBody(id: number | string, body: object): Promise<void> {
  if (site.payload.db.name === 'mongoose') {
    const { collections } = site.payload.db as unknown as { collections: Record<string, { updateOne(where: object, change: object): Promise<unknown> }> };
    await collections.articles?.updateOne({ _id: id }, { $set: { 'body.en': body } });
    return;
  }
  const database = new DatabaseSync(join(site.dir, 'alongside.db'), { timeout: 5_000 });
  database.prepare('UPDATE articles_locales SET body = ? WHERE _parent_id = ?').run(JSON.stringify(body), id);
  database.close();
}

describe.each(databases())('on $name', (database) => {
  beforeAll(async () => {
    site = await createTestPublishing(database);
  });
  afterAll(async () => {
    await site?.close();
  });

  test('publishing a guide makes its page, lists it, and leaves a receipt', async () => {
    const created = await site.payload.create({ collection: 'articles', data: { ...article('Staying close'), ...published } });
    expect((await receiptsOf(created.id)).map(({ state }) => state)).toEqual(['waiting']);
    await site.publish();
    expect(await site.page(guide('staying-close'))).toContain('Staying close');
    expect(await site.page(paths.section('en', 'articles'))).toContain(guide('staying-close'));
    expect(await site.page(paths.short('en', created.code ?? ''))).toBeDefined();
    const [receipt] = await receiptsOf(created.id);
    expect(receipt).toMatchObject({ state: 'live', error: null, liveAt: { folder: expect.stringMatching(/^\d{4}-/) } });
    expect(receipt?.pages).toBeGreaterThan(0);
    expect(String(receipt?.renderedAt) >= String(receipt?.savedAt)).toBe(true);
  });

  test('no byte of the output comes from a draft: neither of a new document nor of a published one', async () => {
    await site.payload.create({ collection: 'articles', draft: true, data: article('Unborn heron', 'Unborn heron text') });
    const standing = await site.payload.create({ collection: 'articles', data: { ...article('Standing guide'), ...published } });
    await site.payload.update({
      collection: 'articles',
      id: standing.id,
      draft: true,
      data: { title: 'Secret heron title', body: lexical(paragraph('Secret heron text')), _status: 'draft' },
    });
    await site.publish();
    const bytes = await everyByte();
    expect(bytes).toContain('Standing guide');
    expect(bytes).not.toMatch(/heron/i);
  });

  test('publishing English publishes nothing of a Spanish text that is a draft', async () => {
    const { id } = await site.payload.create({ collection: 'articles', data: { ...article('First days'), ...published } });
    await site.payload.update({
      collection: 'articles',
      id,
      locale: 'es',
      draft: true,
      data: { title: 'Garza sin terminar', summary: 'Garza', body: lexical(paragraph('Garza')), _status: 'draft' },
    });
    await site.payload.update({ collection: 'articles', id, locale: 'en', data: { summary: 'A new English summary.', ...published } });
    await site.publish();
    const bytes = await everyByte();
    expect(bytes).toContain('A new English summary.');
    expect(bytes).not.toContain('Garza');
    await site.payload.update({
      collection: 'articles',
      id,
      locale: 'es',
      data: { title: 'Los primeros días', summary: 'Qué esperar.', slug: 'los-primeros-dias', body: lexical(paragraph('Hola.')), ...published },
    });
    await site.publish();
    expect(await site.page(guide('los-primeros-dias', 'es'))).toContain('Los primeros días');
  });

  describe('what is taken back', () => {
    test('an unpublished guide leaves the site, and its address and short link say gone', async () => {
      const { id, code } = await site.payload.create({ collection: 'articles', data: { ...article('To be withdrawn'), ...published } });
      await site.publish();
      expect(await site.page(guide('to-be-withdrawn'))).toBeDefined();
      await site.payload.update({ collection: 'articles', id, data: { _status: 'draft' } });
      const report = await site.publish();
      expect(await site.page(guide('to-be-withdrawn'))).toBeUndefined();
      expect(await site.page(paths.short('en', code ?? ''))).toBeUndefined();
      expect(await everyByte()).not.toContain('To be withdrawn');
      expect([...report.library.addresses.values()].flat()).toContainEqual(expect.objectContaining({ path: guide('to-be-withdrawn'), state: 'gone' }));
      expect((await receiptsOf(id)).map(({ change, state }) => [change, state])).toEqual([
        ['published', 'live'],
        ['unpublished', 'live'],
      ]);
    });

    test.each([
      ['trashed', (id: number | string) => site.payload.update({ collection: 'articles', id, data: { deletedAt: new Date().toISOString() } })],
      ['deleted', (id: number | string) => site.payload.delete({ collection: 'articles', id })],
    ])('a guide that is %s leaves the site', async (how, takeAway) => {
      const { id } = await site.payload.create({ collection: 'articles', data: { ...article(`Will be ${how}`), ...published } });
      await site.publish();
      expect(await site.page(guide(`will-be-${how}`))).toBeDefined();
      await takeAway(id);
      await site.publish();
      expect(await everyByte()).not.toContain(`Will be ${how}`);
    });
  });

  test('a new slug moves the page, and the former address leads to it', async () => {
    const { id } = await site.payload.create({ collection: 'articles', data: { ...article('Old name'), ...published } });
    await site.publish();
    await site.payload.update({ collection: 'articles', id, data: { slug: 'new-name', ...published } });
    const { library } = await site.publish();
    expect(await site.page(guide('new-name'))).toContain('Old name');
    expect([...library.addresses.values()].flat()).toContainEqual(expect.objectContaining({ path: guide('old-name'), state: 'moved' }));
    expect(await site.page('/_redirects')).toContain(`${guide('old-name')} ${guide('new-name')}`);
  });

  test('a document that cannot be shown stops no other, is replaced by its last good version, and its receipt says why', async () => {
    const broken = await site.payload.create({ collection: 'articles', data: { ...article('Good once', 'The good text.'), ...published } });
    await site.publish();
    await site.payload.update({ collection: 'articles', id: broken.id, data: { summary: 'Newer words.', ...published } });
    // Past every check of the CMS, as a faulty import would.
    await storeEnglishBody(broken.id, lexical({ type: 'mystery' }));
    const other = await site.payload.create({ collection: 'articles', data: { ...article('Untouched neighbour'), ...published } });
    const report = await site.publish();
    expect(await site.page(guide('untouched-neighbour'))).toBeDefined();
    expect(await site.page(guide('good-once'))).toContain('The good text.');
    expect((await receiptsOf(other.id)).at(-1)?.state).toBe('live');
    const receipt = (await receiptsOf(broken.id)).at(-1);
    expect(receipt?.state).toBe('failed');
    expect(receipt?.error).toMatch(/body.*mystery.*publish again/i);
    expect(report.errors.join()).toContain('mystery');
    expect(await site.fromNothing()).toEqual(await site.output());
  });

  test('a change of the program reaches every page', async () => {
    await site.payload.updateGlobal({ slug: 'program', data: { name: 'Riverbend Families', phone: '555-0100', zone: 'America/Chicago' } });
    await site.publish();
    expect(await site.page(paths.home('en'))).toContain('Riverbend Families');
  });

  test('a library that grew by rounds prints the same bytes as one that was read at once', async () => {
    expect(await site.fromNothing()).toEqual(await site.output());
  });
});
