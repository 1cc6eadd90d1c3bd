import { join } from 'node:path';
import { openPress, pressEverything } from '../../site/press/index.ts';
import { fixtureLibrary, fixtureSettings } from './fixtureLibrary.ts';

/** Prints the fixture library again and again, for a test that kills this process while it writes: `node pressOnce.ts <press> <folder>`. */
const [, , pressDir = '', dir = ''] = process.argv;
const press = await openPress(pressDir);
for (let turn = 0; ; turn++) {
  const library = fixtureLibrary();
  const renamed = turn % 2 ? library : { ...library, program: { ...library.program, name: `Program ${turn}` } };
  await pressEverything({
    library: renamed,
    settings: fixtureSettings,
    press,
    outDir: join(dir, 'site'),
    filesDir: join(dir, 'files'),
    picturesDir: join(dir, 'pictures'),
    record: join(dir, 'press.db'),
  });
  console.log('printed');
}
