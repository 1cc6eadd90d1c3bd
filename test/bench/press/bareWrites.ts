import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesUnder } from '../../../site/press/build.ts';
import { answer } from '../child.ts';

/** Writes the files of one folder into another, plainly: `bareWrites.ts <from> <to>`. Answers with the milliseconds, the reading left out. */
const [, , from = '', to = ''] = process.argv;
const files = (await filesUnder(from)).map((file) => ({ path: join(to, file.slice(from.length)), bytes: readFileSync(file) }));
const started = performance.now();
const made = new Set<string>();
for (const { path, bytes } of files) {
  const folder = dirname(path);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(path, bytes);
}
answer(performance.now() - started);
