import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../cms/admin/dashboard/desk.ts';
import { nextDates } from '../../cms/admin/dashboard/nextDates.ts';
import { recentPublications } from '../../cms/admin/dashboard/recentPublications.ts';
import { reviewsNeeded } from '../../cms/admin/dashboard/reviewsNeeded.ts';
import { unfinished } from '../../cms/admin/dashboard/unfinished.ts';
import type { Locale } from '../../cms/library/locales.ts';
import { databases } from '../support/databases.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { openTestCms, type TestCms } from '../support/payload.ts';

const text = (title: string) => ({ title, summary: `On ${title}.`, body: lexical(paragraph(title)), _status: 'published' as const });
const untitled = 'Without a title';

describe.each(databases())('what the dashboard finds, on $name', (kind) => {
  let cms: TestCms;
  let user: Desk['user'];
  beforeAll(async () => {
    cms = await openTestCms(kind);
    const made = await cms.payload.create({
      collection: 'staff',
      data: { email: 'cleo@example.org', password: 'a long enough password', name: 'Cleo', role: 'clinician' },
    });
    user = { ...made, collection: 'staff' } as Desk['user'];
  });
  afterAll(() => cms.close());

  const desk = (today: string, language: Locale = 'en'): Desk => ({ payload: cms.payload, user, language, today, zone: 'America/New_York' });
  const write = async (title: string, locale: Locale = 'en') => (await cms.payload.create({ collection: 'articles', locale, data: text(title) })).id;
  const change = (id: number | string, locale: Locale, data: object, draft = false) => cms.payload.update({ collection: 'articles', id, locale, data, draft });
  const review = (id: number | string, due: string, locale: Locale = 'en') =>
    cms.payload.create({
      collection: 'reviews',
      locale,
      data: { document: { relationTo: 'articles', value: id as number }, locale, role: 'Counselor', due } as never,
    });

  test('without an account it finds nothing', async () => {
    await expect(unfinished({ ...desk('2026-12-01'), user: null }, untitled)).rejects.toThrow(/not allowed/);
  });

  test('drafts: what was never published, and what changed since, in each language that was begun', async () => {
    const draft = await cms.payload.create({ collection: 'articles', locale: 'en', draft: true, data: { ...text('Begun'), _status: 'draft' } });
    const empty = await cms.payload.create({ collection: 'topics', draft: true, data: {} as never });
    const changed = await write('Changed');
    await change(changed, 'en', { title: 'Changed again' }, true);
    const half = await write('In English');
    await change(half, 'es', { title: 'En español' }, true);
    await write('Whole');
    const found = await unfinished(desk('2026-12-01'), untitled);
    const named = Object.fromEntries(found.map(({ title, kind: what, href, languages }) => [title, { what, href, languages }]));
    expect(named).toEqual({
      Begun: { what: 'Guide', href: `/admin/collections/articles/${draft.id}?locale=en`, languages: [{ locale: 'en', state: 'draft' }] },
      [untitled]: { what: 'Topic', href: `/admin/collections/topics/${empty.id}?locale=en`, languages: [{ locale: 'en', state: 'draft' }] },
      'Changed again': { what: 'Guide', href: `/admin/collections/articles/${changed}?locale=en`, languages: [{ locale: 'en', state: 'changed' }] },
      'In English': { what: 'Guide', href: `/admin/collections/articles/${half}?locale=es`, languages: [{ locale: 'es', state: 'draft' }] },
    });
    expect(found.map(({ updatedAt }) => updatedAt)).toEqual(
      found
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .reverse(),
    );
    const spanish = await unfinished(desk('2026-12-01', 'es'), 'Sin título');
    expect(spanish.map(({ title, kind: what }) => [title, what])).toEqual(
      expect.arrayContaining([
        ['En español', 'Guía'],
        ['Begun', 'Guía'],
        ['Sin título', 'Tema'],
      ]),
    );
  });

  test('reviews: changed texts first, then overdue ones, then those never reviewed; never one that stands', async () => {
    const [never, changed, overdue, stands] = [await write('Never'), await write('Replaced'), await write('Late'), await write('Stands')];
    await review(changed, '2030-12-31');
    await change(changed, 'en', { summary: 'Other words.', _status: 'published' });
    await review(overdue, '2030-05-31');
    await review(stands, '2030-06-01');
    await change(stands, 'en', { summary: 'Not published.' }, true);
    const stateOn = async (today: string, language: Locale = 'en') =>
      (await reviewsNeeded(desk(today, language), untitled)).needed
        .filter(({ href }) => [never, changed, overdue, stands].some((id) => href.includes(`/articles/${id}?`)))
        .map(({ title, languages }) => `${title}: ${languages.map(({ locale, state }) => `${locale} ${state}`).join(', ')}`);
    expect(await stateOn('2030-05-31')).toEqual(['Replaced: en changed', 'Never: en not-reviewed']);
    expect(await stateOn('2030-06-01')).toEqual(['Replaced: en changed', 'Late: en overdue', 'Never: en not-reviewed']);
    expect(await stateOn('2030-06-02')).toEqual(['Replaced: en changed', expect.any(String), expect.any(String), 'Never: en not-reviewed']);
    await change(stands, 'es', { ...text('Firme') });
    expect(await stateOn('2030-06-01', 'es')).toContain('Firme: es not-reviewed');
    await review(overdue, '2031-01-01');
    expect(await stateOn('2030-06-01')).not.toContain('Late: en overdue');
  });

  test('reviews: one that fell due is found behind fifty texts that changed since', async () => {
    const old = await write('Long ago');
    await review(old, '2030-05-31');
    for (let number = 0; number < 50; number++) await write(`Newer ${number}`);
    const { needed, newestOnly } = await reviewsNeeded(desk('2030-06-15'), untitled);
    expect(newestOnly).toBe(true);
    expect(needed.find(({ title }) => title === 'Long ago')?.languages).toEqual([{ locale: 'en', state: 'overdue' }]);
  });

  test('dates: the next six of all published workshops in their order, a cancelled one among them', async () => {
    const workshop = (title: string, from: string, repeat: 'once' | 'week', rest: object = {}) => ({
      title,
      summary: 'x',
      kind: 'education' as const,
      format: 'online' as const,
      needs: 'nothing' as const,
      languages: ['en' as const],
      withPersonInTreatment: 'no' as const,
      segments: [
        { from, start: '18:30', zone: 'America/New_York' as const, minutes: 90, repeat, interval: 1, weekdays: repeat === 'week' ? ['TU' as const] : [] },
      ],
      _status: 'published' as const,
      ...rest,
    });
    const add = (data: ReturnType<typeof workshop>, draft = false) => cms.payload.create({ collection: 'workshops', locale: 'en', data, draft });
    await add(workshop('Weekly', '2026-12-01', 'week', { exceptions: [{ day: '2026-12-08', status: 'cancelled', reason: 'Snow' }] }));
    await add(workshop('Once', '2026-12-03', 'once'));
    const closures = [{ from: '2026-12-22', to: '2026-12-26', reason: 'Holidays' }];
    await cms.payload.updateGlobal({ slug: 'program', locale: 'en', data: { name: 'Families', phone: '555-0100', closures } });
    await add(workshop('Past', '2026-11-01', 'once'));
    await add(workshop('Draft', '2026-12-02', 'once', { _status: 'draft' }), true);
    const found = await nextDates(desk('2026-12-01'), untitled);
    expect(
      found.map(
        ({ title, occurrence }) => `${occurrence.start.slice(0, 10)} ${title}${occurrence.cancelled ? ' cancelled' : ''}${occurrence.closed ? ' closed' : ''}`,
      ),
    ).toEqual([
      '2026-12-01 Weekly',
      '2026-12-03 Once',
      '2026-12-08 Weekly cancelled',
      '2026-12-15 Weekly',
      '2026-12-22 Weekly cancelled closed',
      '2026-12-29 Weekly',
    ]);
    expect((await nextDates(desk('2026-12-20', 'es'), untitled))[0]).toMatchObject({ kind: 'Taller o grupo', title: 'Weekly' });
  });

  test('changes: one that failed is told until a later one of the same document went well', async () => {
    const [first, second] = [await write('Failing'), await write('Fine')];
    const settle = async (id: number | string, state: 'live' | 'failed') => {
      const where = { documentId: { equals: String(id) }, documentCollection: { equals: 'articles' }, state: { equals: 'waiting' } };
      await cms.payload.update({ collection: 'publications', where, data: { state, ...(state === 'failed' && { error: 'title: is empty.' }) } });
    };
    await settle(first, 'failed');
    await settle(second, 'live');
    const before = await recentPublications(desk('2026-12-01'), untitled);
    expect(before.failed.map(({ title, state }) => [title, state])).toEqual([['Failing', 'failed']]);
    expect(before.failed[0]?.error).toContain('title');
    expect(before.recent.find(({ title }) => title === 'Fine')).toMatchObject({ state: 'live', change: 'published', languages: ['en'] });
    await change(first, 'en', { summary: 'Corrected.', _status: 'published' });
    const after = await recentPublications(desk('2026-12-01'), untitled);
    expect([after.failed, after.recent[0]?.title, after.recent[0]?.state]).toEqual([[], 'Failing', 'waiting']);
  });
});
