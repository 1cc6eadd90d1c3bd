import { join } from 'node:path';
import { openPress, pressEverything } from '../../../site/press/index.ts';
import { fixtureSettings } from '../../support/fixtureLibrary.ts';
import { scaledLibrary } from '../../support/scaledLibrary.ts';
import { answer } from '../child.ts';

/** Prints the whole made-up library once, from nothing: `fullPress.ts <size> <folder>`. Answers with the milliseconds, the library's making left out. */
const [, , size, dir = ''] = process.argv;
const library = scaledLibrary(Number(size));
const started = performance.now();
const press = await openPress(join(dir, 'press'));
const { errors } = await pressEverything({
  library,
  settings: fixtureSettings,
  press,
  outDir: join(dir, 'site'),
  filesDir: join(dir, 'files'),
  picturesDir: join(dir, 'pictures'),
  record: join(dir, 'press.db'),
});
const milliseconds = performance.now() - started;
for (const { message } of errors) console.error(message);
if (errors.length > 0) process.exit(1);
answer(milliseconds);
