import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as pagefind from 'pagefind';
import { fragmentIds, idsFile } from './fragmentIds.ts';

/**
 * The child process that builds one index, at the lowest priority so that pages and saves come first.
 * `node build.ts <locale> <folder>` reads one `{url, content}` a line from standard input and then a line `end`: input that stops before it belongs to a
 * parent that died, and is not an index. It ends with its parent.
 */
const [locale, folder] = process.argv.slice(2);
if (!locale || !folder) throw new Error('Usage: node build.ts <locale> <folder>');
process.once('disconnect', () => process.exit(1));
os.setPriority(os.constants.priority.PRIORITY_LOW);

const { index, errors } = await pagefind.createIndex({ rootSelector: 'body', forceLanguage: locale });
if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);

let ended = false;
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'end') {
    ended = true;
    break;
  }
  const page = JSON.parse(line) as { url: string; content: string };
  const added = await index.addHTMLFile(page);
  if (added.errors.length) throw new Error(`Pagefind could not read ${page.url}: ${added.errors.join('; ')}`);
}
if (!ended) throw new Error('The list of pages stopped before its end.');

const written = await index.writeFiles({ outputPath: folder });
if (written.errors.length) throw new Error(`Pagefind could not write ${folder}: ${written.errors.join('; ')}`);
await pagefind.close();
await writeFile(join(folder, idsFile), JSON.stringify([...fragmentIds(folder)]));

/** Pagefind's own search interfaces, which the site does not use. */
const interfaces = ['component-ui', 'modular-ui', 'ui', 'highlight'].flatMap((name) => [`pagefind-${name}.js`, `pagefind-${name}.css`]);
for (const file of interfaces) await rm(join(folder, file), { force: true });
process.exit(0);
