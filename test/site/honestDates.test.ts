import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Library, Workshop } from '../../cms/library/types.ts';
import { launchBrowser } from '../support/browser.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';
import { type PressedSite, pressedSite } from '../support/pressedSite.ts';

/** Both hemispheres, half hours, a zone beyond the date line, one whose offset never changes, and one that shifts by half an hour. */
const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Australia/Sydney',
  'America/Santiago',
  'Pacific/Apia',
  'Australia/Lord_Howe',
] as const;
/** Weeks in which the clocks change, here one way and there the other. */
const pressings = ['2026-09-02T15:00:00Z', '2026-10-01T15:00:00Z', '2027-02-25T03:00:00Z'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A workshop in each zone, on four days a week, late in the evening and in the small hours. */
function inEveryZone(asOf: string): Library {
  const library = fixtureLibrary({ asOf });
  const [first] = library.documents.workshops.values();
  const workshops = zones.map((zone, index): Workshop => {
    const slug = `in-${zone.toLowerCase().replaceAll(/[^a-z]/g, '-')}`;
    const text = { ...first!.text.en!, slug, title: zone };
    const start = index % 2 ? '00:15' : '23:10';
    const repeat = { every: 'week', interval: 1, weekdays: ['SU', 'MO', 'WE', 'SA'] } as const;
    return {
      ...first!,
      id: `z${index}`,
      code: '',
      text: { en: text, es: text },
      segments: [{ ...first!.segments[0]!, from: '2026-08-03', zone, start, minutes: 75, repeat: { ...repeat, weekdays: [...repeat.weekdays] } }],
    };
  });
  return { ...library, documents: { ...library.documents, workshops: new Map(workshops.map((workshop) => [workshop.id, workshop])) } };
}

interface Row {
  title: string;
  datetime: string;
  zone: string;
  end: string;
  words: string;
  soon: string;
  yours: string;
}

let browser: Browser;
const sites = new Map<string, PressedSite>();
beforeAll(async () => {
  browser = await launchBrowser();
  for (const asOf of pressings) sites.set(asOf, await pressedSite({ library: inEveryZone(asOf) }));
});
afterAll(async () => {
  await browser.close();
  for (const site of sites.values()) await site.close();
});

/** A page whose clock stands where it is put; what it shows at each of some moments. */
async function pageAt(path: string, asOf: string, timezoneId: string): Promise<{ page: Page; at(...moments: number[]): Promise<Row[][]> }> {
  const context = await browser.newContext({ timezoneId });
  const page = await context.newPage();
  await page.addInitScript((start) => {
    let now = start;
    Date.now = () => now;
    addEventListener('goTo', (event) => {
      now = (event as CustomEvent<number>).detail;
      dispatchEvent(new Event('pageshow'));
    });
  }, Date.parse(asOf));
  await page.goto(sites.get(asOf)!.origin + path);
  const at = (...moments: number[]) =>
    page.evaluate((asked) => {
      const rows = () => [...document.querySelectorAll<HTMLElement>('[data-keep] > li')].filter((row) => row.checkVisibility()).map(rowOf);
      const rowOf = (row: HTMLElement) => {
        const time = row.querySelector('time')!;
        const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
        const title = (row.closest('.workshop-line') ?? document).querySelector('h1, h2')?.textContent ?? '';
        const words = `${text('.tile')} ${time.textContent}`;
        return { title, datetime: time.dateTime, zone: time.dataset.zone ?? '', end: row.dataset.end ?? '', words, soon: text('.soon'), yours: text('.yours') };
      };
      return asked.map((moment) => {
        dispatchEvent(new CustomEvent('goTo', { detail: moment }));
        return rows();
      });
    }, moments);
  return { page, at };
}

const onClock = (instant: string | number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(typeof instant === 'number' ? instant : Date.parse(instant)).toZonedDateTimeISO(zone);
const weekdayOf = (time: Temporal.ZonedDateTime) => weekdays[time.dayOfWeek - 1]!;
const hour = (time: Temporal.ZonedDateTime) => `${time.hour % 12 || 12}:${String(time.minute).padStart(2, '0')}`;

/** What is wrong with a row for somebody who reads it then and there, by rules of our own. */
function lies(row: Row, now: number, reader: string): string[] {
  const [here, there] = [onClock(row.datetime, reader), onClock(row.datetime, row.zone)];
  const away = (zone: string) => onClock(now, zone).toPlainDate().until(onClock(row.datetime, zone).toPlainDate()).days;
  const days = away(row.zone) === away(reader) ? away(reader) : -1;
  const soon = days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : '';
  const own = here.toPlainDateTime().equals(there.toPlainDateTime()) ? '' : `Your time: ${weekdayOf(here)}`;
  return [
    ...(Date.parse(row.end) <= now ? ['is over'] : []),
    ...(row.words.includes(`${weekdayOf(there)}, `) && row.words.startsWith(weekdayOf(there).slice(0, 3)) ? [] : ['has a wrong weekday']),
    ...(row.words.includes(hour(there)) ? [] : ['has a wrong time']),
    ...(row.soon === soon ? [] : [`says '${row.soon}' for '${soon}'`]),
    ...((own ? row.yours.startsWith(own) && row.yours.includes(hour(here)) : row.yours === '') ? [] : [`says '${row.yours}' for '${own}'`]),
  ].map((lie) => `${new Date(now).toISOString()} in ${reader}: ${row.datetime} ${lie}`);
}

describe.each(pressings)('a list printed at %s', (asOf) => {
  test.each(zones)('is true at any moment of the 60 days after, for a reader in %s', async (reader) => {
    const { page, at } = await pageAt('/en/workshops/', asOf, reader);
    // Every half day and some minutes, so that each hour of the day has its turn.
    const moments = Array.from({ length: 120 }, (_, step) => Date.parse(asOf) + step * 719 * 60_000);
    const shown = await at(...moments);
    const wrong = moments.flatMap((now, index) => {
      const rows = shown[index]!;
      const starts = rows.map(({ datetime }) => Date.parse(datetime));
      return [
        ...rows.flatMap((row) => lies(row, now, reader)),
        // There is a date at least every third day here: none was passed over.
        ...rows.filter(({ datetime }) => Date.parse(datetime) > now + 3.1 * 864e5).map(({ datetime }) => `${datetime} is not the next one`),
        ...(rows.length === zones.length && new Set(rows.map(({ title }) => title)).size === zones.length ? [] : [`${rows.length} lines have a date`]),
        ...(starts.every((start, place) => place === 0 || start >= starts[place - 1]!) ? [] : ['the lines are out of order']),
      ];
    });
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

describe("a workshop's page", () => {
  const [asOf = ''] = pressings;
  const path = '/en/workshops/in-america-new-york/';

  test('shows four coming dates also weeks later, and keeps those that are over apart', async () => {
    const { page, at } = await pageAt(path, asOf, 'America/New_York');
    const later = Date.parse('2026-10-20T12:00:00Z');
    const [rows = []] = await at(later);
    expect(rows.map(({ datetime }) => datetime.slice(0, 10))).toEqual(['2026-10-21', '2026-10-24', '2026-10-25', '2026-10-26']);
    expect(rows.flatMap((row) => lies(row, later, 'America/New_York'))).toEqual([]);
    const over = await page.$$eval('.over li time', (times) => times.map((time) => time.getAttribute('datetime')?.slice(0, 10)));
    expect(over.slice(0, 3)).toEqual(['2026-10-19', '2026-10-18', '2026-10-17']);
    expect(over).toEqual([...over].sort().reverse());
    await page.context().close();
  });

  test('sends people to the telephone when all its dates are over', async () => {
    const { page, at } = await pageAt(path, asOf, 'America/New_York');
    expect(await at(Date.parse('2027-03-01T12:00:00Z'))).toEqual([[]]);
    expect(await page.getByText('Ask us for the next date.').isVisible()).toBe(true);
    expect(await page.getByText('Later dates').isVisible()).toBe(false);
    await page.context().close();
  });

  test("speaks the reader's language", async () => {
    const { page, at } = await pageAt('/es/talleres/in-america-new-york/', asOf, 'Europe/Madrid');
    const [[row] = []] = await at(Date.parse('2026-09-05T12:00:00Z'));
    expect([row?.soon, row?.yours]).toEqual(
      ['', 'En su hora local: domingo, 6 de septiembre, 5:10 – 6:25 a.m.'].map((text) => expect.stringMatching(text.replaceAll(/[\s–]+/g, '.+?'))),
    );
    await page.context().close();
  });
});

test('without the script a page says no day that depends on when it is read', async () => {
  for (const [path, words] of [
    ['/en/workshops/', /\b(today|tomorrow)\b/i],
    ['/es/talleres/', /\b(hoy|mañana)\b/i],
    ['/en/', /\btomorrow\b/i],
  ] as const) {
    const html = await readFile(join(sites.get(pressings[0]!)!.outDir, path, 'index.html'), 'utf8');
    expect(html.match(/<main.*<\/main>/s)?.[0]).not.toMatch(words);
  }
});

test('the script is one file of less than 1.5 KB, compressed, and stands where dates stand', async () => {
  const { outDir } = sites.get(pressings[0]!)!;
  const scriptsOf = async (path: string) =>
    [...(await readFile(join(outDir, path, 'index.html'), 'utf8')).matchAll(/<script[^>]*\ssrc="([^"]*HonestDates[^"]*)"/g)].map(([, source = '']) => source);
  const [source = ''] = await scriptsOf('/en/workshops/');
  expect(gzipSync(await readFile(join(outDir, source)), { level: 9 }).length).toBeLessThan(1500);
  for (const path of ['/en/', '/es/talleres/', '/en/workshops/in-america-santiago/']) expect(await scriptsOf(path), path).toEqual([source]);
  expect(await scriptsOf('/en/guides/setting-a-boundary/')).toEqual([]);
});
