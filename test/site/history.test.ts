import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { refOf } from '../../cms/library/inLocale.ts';
import { locales } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import { publicCollections } from '../../cms/library/sections.ts';
import type { AnyDocument, Library } from '../../cms/library/types.ts';
import { addressesByDocument, reviewsByDocument } from '../../cms/library/updateLibrary.ts';
import { type FindStandIn, openPrinter, type Printer, pressEverything } from '../../site/press/index.ts';
import { pagesOf } from '../../site/press/press.ts';
import { withStandIns } from '../../site/press/standIns.ts';
import { fixtureSettings } from '../support/fixtureLibrary.ts';
import { type Addresses, addressesIn } from '../support/history/addresses.ts';
import { killable } from '../support/history/killable.ts';
import { type Step, step } from '../support/history/steps.ts';
import { World } from '../support/history/world.ts';
import { createTestPress, type TestPress } from '../support/press.ts';

/** How many histories are tried; ALONGSIDE_HISTORIES asks for more. */
const histories = Number(process.env.ALONGSIDE_HISTORIES ?? 25);

let one: TestPress;
beforeAll(async () => {
  one = await createTestPress();
  // Astro tells each page that a template could not print: here there are to be many.
  vi.spyOn(console, 'error').mockReturnValue();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await one.close();
});

test(
  'whatever happens, and wherever the publisher is killed, the site ends as one printed from nothing',
  async () => {
    // The same histories each time, so that a change is judged by itself; another seed lives through others.
    const seed = { seed: Number(process.env.ALONGSIDE_SEED ?? 7) };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), live), {
      numRuns: histories,
      endOnFailure: process.env.ALONGSIDE_SHRINK !== '1',
      ...seed,
    });
  },
  Math.max(180_000, histories * 6_000),
);

/** Lives through one history and compares at each `settle` and at the end. */
async function live(steps: readonly Step[]): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'alongside-history-'));
  const world = new World();
  const press = killable(one.press);
  const places = { outDir: join(dir, 'site'), record: join(dir, 'press.db') };
  const options = { settings: fixtureSettings, filesDir: join(one.dir, 'files'), picturesDir: join(one.dir, 'pictures') };
  const findStandIn: FindStandIn = async (document, accept) => {
    const older = world.standIn(refOf(document));
    return older && (await accept(older)) ? older : undefined;
  };
  let printer: Printer | undefined;
  const opened = async () => (printer ??= await openPrinter({ ...options, ...places, press }));

  async function settle(): Promise<void> {
    const current = await opened();
    let library = world.library;
    for (let turn = current.turn(library); ; turn = current.turn(library)) {
      await current.advance();
      const { library: next, replaced } = await withStandIns(library, turn.errors, current, findStandIn);
      if (replaced.length === 0) break;
      library = next;
    }
    const nothing = { outDir: join(dir, 'nothing'), record: join(dir, 'nothing.db') };
    await rm(nothing.outDir, { recursive: true, force: true });
    await rm(nothing.record, { force: true });
    await pressEverything({ ...options, ...nothing, press: one.press, library: readAnew(world.library), findStandIn });
    expect(await filesIn(places.outDir)).toEqual(await filesIn(nothing.outDir));
    expect(addressesIn(places.record)).toEqual(addressesIn(nothing.record));
    expectAddresses(world, library, addressesIn(places.record));
  }

  try {
    for (const each of [...steps, { do: 'settle' } as const]) {
      world.take(each);
      if (each.do === 'begin') (await opened()).turn(world.library);
      if (each.do === 'printSome') await printer?.advance(1);
      if (printer && !world.hasBroken) expect(leadsNowhere(places), 'addresses that lead to a page which is not printed yet').toEqual([]);
      if (each.do === 'settle') await settle();
      if (each.do === 'crash') {
        if (printer) await Promise.race([printer.advance(), press.killAfter(each.after)]);
        printer = undefined;
        press.revive();
      }
    }
  } finally {
    printer?.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Former addresses that would lead a family to a page that does not stand at this moment. */
function leadsNowhere({ outDir, record }: { outDir: string; record: string }): string[] {
  return [...addressesIn(record)].filter(([, target]) => target !== 'gone' && !existsSync(join(outDir, target, 'index.html'))).map(([path]) => path);
}

/** The same library as a reading of everything would give it. */
function readAnew(library: Library): Library {
  return {
    ...library,
    reviews: reviewsByDocument([...library.reviews.values()].flat().reverse()),
    addresses: addressesByDocument([...library.addresses.values()].flat().reverse()),
  };
}

/** Every address that families ever found is a page, leads to one in one step, or is gone; and each document stands at its own. */
function expectAddresses(world: World, library: Library, addresses: Addresses): void {
  const pages = pagesOf(library);
  const lost = [...world.everLive].filter((path) => !pages.has(path) && !addresses.has(path));
  expect(lost, 'addresses that answer nothing').toEqual([]);
  const astray = [...addresses].filter(([path, target]) => (target === 'gone' ? pages.has(path) : !pages.has(target)));
  expect(astray, 'addresses that lead nowhere').toEqual([]);
  for (const collection of publicCollections) {
    for (const document of library.documents[collection].values() as Iterable<AnyDocument>) {
      for (const locale of locales) {
        const slug = document.text[locale]?.slug;
        if (slug) expect(pages.get(paths.document(locale, collection, slug))).toMatchObject({ document: refOf(document) });
      }
    }
  }
}

async function filesIn(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.sort().map(async (file): Promise<[string, string]> => [file.slice(dir.length), await readFile(file, 'latin1')])));
}
