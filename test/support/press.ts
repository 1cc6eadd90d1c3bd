import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPress, openPress, type Press, type PressOrder, pressEverything, type Turn } from '../../site/press/index.ts';
import { fixtureLibrary, fixtureSettings, writeFixtureFiles } from './fixtureLibrary.ts';

/** A real press with folders of its own under the system's temporary folder. */
export interface TestPress {
  press: Press;
  pressDir: string;
  dir: string;
  outDir: string;
  record: string;
  places: Pick<PressOrder, 'outDir' | 'filesDir' | 'picturesDir'> & { record: string };
  /** Prints the fixture library, or another, into `outDir`. */
  print(order?: Partial<PressOrder>): Promise<Turn>;
  close(): Promise<void>;
}

export async function createTestPress(): Promise<TestPress> {
  const dir = await mkdtemp(join(tmpdir(), 'alongside-press-'));
  const pressDir = join(dir, 'press');
  await buildPress({ outDir: pressDir });
  await writeFixtureFiles(join(dir, 'files'));
  const press = await openPress(pressDir);
  const places = { outDir: join(dir, 'site'), filesDir: join(dir, 'files'), picturesDir: join(dir, 'pictures'), record: join(dir, 'press.db') };
  return {
    press,
    pressDir,
    dir,
    outDir: places.outDir,
    record: places.record,
    places,
    print: (order = {}) => pressEverything({ library: fixtureLibrary(), settings: fixtureSettings, press, ...places, ...order }),
    close: () => rm(dir, { recursive: true, force: true }),
  };
}
