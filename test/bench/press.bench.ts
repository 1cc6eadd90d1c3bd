import { mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder } from '../../site/press/build.ts';
import { buildPress } from '../../site/press/index.ts';
import { writeFixtureFiles } from '../support/fixtureLibrary.ts';
import { benchDir } from '../support/scaledDatabase.ts';
import { scaledLibrary } from '../support/scaledLibrary.ts';
import { atLeast, atMost, type Bench, type Extent, median, type Row, said } from './bench.ts';
import { inChild } from './child.ts';
import { writeHugoContent } from './hugo/content.ts';
import { buildWithHugo, hugoProgram } from './hugo/hugo.ts';

/** A full press against other ways to the same pages. Each run is a process of its own, and the ways take turns, so that a busy minute concerns all. */
export const bench: Bench = {
  name: 'press',
  async run(extent) {
    await mkdir(benchDir(), { recursive: true });
    const dir = await mkdtemp(join(benchDir(), 'press-'));
    try {
      return await rowsOf(extent, dir);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};

async function rowsOf({ size, runs }: Extent, dir: string): Promise<Row[]> {
  const production = { ...process.env, NODE_ENV: 'production' as const, ASTRO_TELEMETRY_DISABLED: '1' };
  await buildPress({ outDir: join(dir, 'press') });
  await writeFixtureFiles(join(dir, 'files'));
  // The static build's bundle finds its packages from the folder it stands in.
  await symlink(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(dir, 'node_modules'));
  const hugo = await hugoProgram();
  if (hugo) writeHugoContent(scaledLibrary(size), join(dir, 'hugo'));

  const times = { press: [] as number[], bare: [] as number[], astro: [] as number[], hugo: [] as number[] };
  const places = { press: join(dir, 'site'), bare: join(dir, 'bare'), astro: join(dir, 'static'), hugo: join(dir, 'hugo', 'public') };
  // One run more than is counted: it makes the sized pictures, which are kept from then on, and warms the machine.
  for (let run = 0; run <= runs; run += 1) {
    for (const place of [...Object.values(places), join(dir, 'press.db')]) await rm(place, { recursive: true, force: true });
    const press = await inChild<number>('press/fullPress.ts', [String(size), dir], { env: production });
    const bare = await inChild<number>('press/bareWrites.ts', [places.press, places.bare]);
    const built = await inChild<{ milliseconds: number; library: number }>('press/staticBuild.ts', [`${places.astro}/`], {
      cwd: dir,
      env: { ...production, SCALE: String(size) },
    });
    const byHugo = hugo ? await buildWithHugo(hugo, join(dir, 'hugo')) : 0;
    console.log(
      `  run ${run}: press ${seconds(press)}, astro build ${seconds(built.milliseconds - built.library)}, Hugo ${seconds(byHugo)}, writes ${seconds(bare)}`,
    );
    if (run === 0 && runs > 1) continue;
    times.press.push(press);
    times.bare.push(bare);
    times.astro.push(built.milliseconds - built.library);
    times.hugo.push(byHugo);
  }
  const contents = Object.fromEntries(
    await Promise.all(Object.entries(places).map(async ([name, place]) => [name, name === 'hugo' && !hugo ? '' : await contentOf(place)])),
  );
  const press = median(times.press);
  const against = (name: 'astro' | 'hugo' | 'bare') => `${seconds(press)} to ${seconds(median(times[name]))} for ${contents[name]}`;
  return [
    { ...atLeast('full press, times faster than astro build (static)', median(times.astro) / press, 2.5, '×'), note: against('astro') },
    ...(hugo ? [{ ...atMost('full press, time against Hugo', press / median(times.hugo), 1.1, '×'), note: against('hugo') }] : []),
    { ...atMost('full press, time against writing the same bytes', press / median(times.bare), 5, '×'), note: against('bare') },
  ].map(({ note, measured, ...row }) => ({ ...row, measured: `${measured} (${note})` }));
}

function seconds(milliseconds: number): string {
  return said(milliseconds / 1000, 's');
}

/** How much a way has made, to show that the ways are alike. */
async function contentOf(place: string): Promise<string> {
  const files = await filesUnder(place);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return `${files.length} files, ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6)} MB`;
}
