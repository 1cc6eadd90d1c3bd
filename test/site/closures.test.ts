import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../cms/library/queries/index.ts';
import type { Library, Program } from '../../cms/library/types.ts';
import { fixtureLibrary, fixtureSettings } from '../support/fixtureLibrary.ts';
import { createTestPress, type TestPress } from '../support/press.ts';

const reason = { en: 'Staff training', es: 'Capacitación del personal' };

/** The fixture library, whose clock stands at Monday, 23 November 2026, with these closures. */
function closedOn(closures: Program['closures'], asOf = '2026-11-23T15:00:00.000Z'): Library {
  const library = fixtureLibrary({ asOf });
  return { ...library, program: { ...library.program, closures } };
}

describe('the closures that a page may show', () => {
  const year = [
    { from: '2027-01-01', to: '2027-01-01', reason },
    { from: '2026-11-20', to: '2026-11-22', reason },
    { from: '2026-11-21', to: '2026-11-23', reason },
    { from: '2026-12-24', to: '2026-12-25', reason },
  ];
  const daysOf = (library: Library, within?: number) =>
    readerOf(library)
      .ask('closures', 'es', within)
      .map(({ from }) => from);

  test('are those not over yet, by their first day, with the reason in the language of the reader', () => {
    expect(daysOf(closedOn(year))).toEqual(['2026-11-21', '2026-12-24', '2027-01-01']);
    expect(readerOf(closedOn(year)).ask('closures', 'es')[0]?.reason).toBe('Capacitación del personal');
  });

  test('can be limited to those that begin soon', () => {
    expect(daysOf(closedOn(year), 31)).toEqual(['2026-11-21', '2026-12-24']);
  });

  test("leave with the end of their last day on the program's own clock", () => {
    expect(daysOf(closedOn(year, '2026-11-24T04:59:00.000Z'))).toContain('2026-11-21');
    expect(daysOf(closedOn(year, '2026-11-24T05:00:00.000Z'))).not.toContain('2026-11-21');
  });
});

describe('on the pages', () => {
  let press: TestPress;
  beforeAll(async () => {
    press = await createTestPress();
    await press.print({ library: closedOn([{ from: '2026-12-24', to: '2026-12-25', reason }]) });
  });
  afterAll(() => press.close());

  const page = async (path: string, closures: Program['closures']) => (await press.press.render(path, closedOn(closures), fixtureSettings)).body;
  const main = (html: string) => html.match(/<main[^>]*>.*<\/main>/s)?.[0] ?? '';

  test.each([['/en/'], ['/en/workshops/'], ['/en/workshops/family-evening/'], ['/en/help-now/']])('%s says from which day to which, and why', async (path) => {
    expect(main(await readFile(join(press.outDir, path, 'index.html'), 'utf8'))).toContain(
      'We are closed from <time datetime="2026-12-24">Thursday, December 24</time> to <time datetime="2026-12-25">Friday, December 25, 2026</time>: Staff training.',
    );
  });

  test('a single day without a reason is one date, in Spanish too', async () => {
    const closures = [{ from: '2026-12-25', to: '2026-12-25', reason: { en: '', es: '' } }];
    expect(await page('/es/guias/', closures)).toContain('<li>Cerramos el <time datetime="2026-12-25">viernes, 25 de diciembre de 2026</time>.</li>');
  });

  test('nothing is said where no closure comes', async () => {
    expect(await page('/en/help-now/', [])).not.toContain('class="closures"');
  });

  const tuesday = [{ from: '2026-11-24', to: '2026-11-24', reason }];

  test.each([['/en/workshops/'], ['/en/workshops/talking-without-fighting/']])('%s strikes a date that falls into a closure, and says why', async (path) => {
    const html = main(await page(path, tuesday));
    const date = html.match(/<li class="date cancelled"(?:(?!<li).)*datetime="2026-11-24T18:30:00-05:00".*?<\/li>/s)?.[0] ?? '';
    expect(date).toContain('Cancelled');
    expect(date).toContain('We are closed that day. Staff training');
    expect(date).toContain('The next one is on Tuesday, December 1.');
    expect(html.match(/We are closed that day/g)).toHaveLength(1);
  });

  test('search engines hear that nothing takes place while nobody is there', async () => {
    const event = (html: string) => html.match(/"startDate":"2026-11-24T18:30:00-05:00".*?"eventStatus":"([^"]+)"/)?.[1];
    const path = '/en/workshops/talking-without-fighting/';
    expect(event(await page(path, []))).toBe('https://schema.org/EventScheduled');
    expect(event(await page(path, tuesday))).toBe('https://schema.org/EventCancelled');
  });
});
