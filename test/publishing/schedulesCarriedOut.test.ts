import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../../cms/library/paths.ts';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import { lexical, paragraph } from '../support/lexical.ts';
import { createTestPublishing, type TestPublishing } from '../support/publishing.ts';

let site: TestPublishing;
beforeAll(async () => {
  site = await createTestPublishing();
  await site.payload.updateGlobal({ slug: 'program', data: { name: 'Program', phone: '555', zone: 'America/Chicago' } });
});
afterAll(async () => {
  await site?.close();
});

type Id = number | string;

const page = (title: string) => site.page(paths.document('en', 'articles', title.toLowerCase()));

/** A draft that is planned for the moment given; a plan by hand is made by the minute and for the future. */
async function planned(title: string, at: Date): Promise<{ article: Id; schedule: number }> {
  const { id: article } = await site.payload.create({
    collection: 'articles',
    draft: true,
    data: { title, summary: 'x', body: lexical(paragraph(`${title}, planned.`)) },
  });
  const plan = { documentCollection: 'articles', documentId: String(article), locale: 'en', action: 'publish', day: '2040-01-01', time: '12:00' } as const;
  const { id: schedule } = await site.payload.create({ collection: 'schedules', data: plan as never });
  const [day, time] = at.toLocaleString('sv-SE', { timeZone: 'America/Chicago' }).split(' ') as [string, string];
  await site.payload.update({
    collection: 'schedules',
    id: schedule,
    data: { day, time: time.slice(0, 5), at: at.toISOString() },
    context: { carryingOut: true },
  });
  await site.payload.update({ collection: 'articles', id: article, draft: true, data: { body: lexical(paragraph('Written later.')), _status: 'draft' } });
  return { article, schedule };
}

const stateOf = async (id: number) => (await site.payload.findByID({ collection: 'schedules', id })).state;
const rowsOf = async (article: Id) =>
  (await site.payload.find({ collection: 'publications', where: { documentId: { equals: String(article) }, documentCollection: { equals: 'articles' } } }))
    .docs;

async function until(what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) if (await isSo()) return;
  throw new Error(`After ${seconds} s it is still not so that ${what}.`);
}

test('what came due while no publisher ran goes out when one starts, and what comes due then is live within two seconds', async () => {
  const missed = await planned('Missed', new Date(Date.now() - 3_600_000));
  const publisher = site.startPublisher();
  await until('the page stands', async () => (await page('Missed')) !== undefined);
  expect(await page('Missed')).toContain('Missed, planned.');
  expect(await page('Missed')).not.toContain('Written later.');
  expect(await stateOf(missed.schedule)).toBe('done');
  const at = new Date(Date.now() + 2_500);
  const coming = await planned('Coming', at);
  await until('it is live', async () => (await rowsOf(coming.article))[0]?.state === 'live');
  const [row] = await rowsOf(coming.article);
  const live = Date.parse((row!.liveAt as { folder: string }).folder);
  expect(live).toBeGreaterThanOrEqual(at.getTime());
  expect(live - at.getTime()).toBeLessThan(2_000);
  expect(row!.schedule).toBe(coming.schedule);
  const ended = once(publisher, 'exit');
  publisher.kill('SIGTERM');
  await ended;
}, 120_000);

test('a publisher that is killed again and again publishes each of them once and loses none', async () => {
  const plans = await Promise.all(Array.from({ length: 5 }, (_, number) => planned(`Killed${number}`, new Date(Date.now() - 60_000))));
  const done = async () => (await Promise.all(plans.map(({ schedule }) => stateOf(schedule)))).filter((state) => state === 'done').length;
  let cutShort = 0;
  while ((await done()) < plans.length) {
    const publisher = site.startPublisher();
    const before = await done();
    await until('another one is carried out', async () => (await done()) > before);
    await sleep(Math.random() * 60);
    const ended = once(publisher, 'exit');
    publisher.kill('SIGKILL');
    await ended;
    if ((await done()) < plans.length) cutShort += 1;
  }
  expect(cutShort).toBeGreaterThan(0);
  const last = site.startPublisher();
  await until('nothing waits', async () => (await waitingPublications(site.payload)).length === 0);
  const ended = once(last, 'exit');
  last.kill('SIGTERM');
  await ended;
  for (const [number, { article }] of plans.entries()) {
    expect(await rowsOf(article)).toHaveLength(1);
    expect(await page(`Killed${number}`)).toContain(`Killed${number}, planned.`);
  }
  expect(await site.output()).toEqual(await site.fromNothing());
}, 240_000);
