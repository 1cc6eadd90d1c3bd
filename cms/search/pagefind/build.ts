import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as pagefind from 'pagefind';
import { isLocale } from '../../library/locales.ts';
import { vocabularyFile } from '../../library/pagefindFiles.ts';
import type { SearchDocument } from '../../library/searchDocuments.ts';
import { fragmentIds, idsFile } from './fragmentIds.ts';
import { toPagefindHtml } from './html.ts';
import { wordCounter } from './vocabulary.ts';
import { whenWhole } from './whole.ts';

/**
 * The child process that builds one index and its vocabulary, at the lowest priority so that pages and saves come first.
 * `node build.ts <locale> <folder>` reads one SearchDocument a line from standard input and then a line `end`: input that stops before it belongs to a
 * parent that died, and is not an index. It ends with its parent.
 */
const [locale, folder] = process.argv.slice(2);
if (!isLocale(locale) || !folder) throw new Error('Usage: node build.ts <locale> <folder>');
process.once('disconnect', () => process.exit(1));
os.setPriority(os.constants.priority.PRIORITY_LOW);

const { index, errors } = await pagefind.createIndex({ rootSelector: 'body', forceLanguage: locale });
if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);

const words = wordCounter(locale);
let ended = false;
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'end') {
    ended = true;
    break;
  }
  const document = JSON.parse(line) as SearchDocument;
  words.add(document);
  const added = await index.addHTMLFile({ url: document.path, content: toPagefindHtml(document) });
  if (added.errors.length) throw new Error(`Pagefind could not read ${document.path}: ${added.errors.join('; ')}`);
}
if (!ended) throw new Error('The list of pages stopped before its end.');

const written = await index.writeFiles({ outputPath: folder });
if (written.errors.length) throw new Error(`Pagefind could not write ${folder}: ${written.errors.join('; ')}`);
await whenWhole(folder);
await pagefind.close();
await writeFile(join(folder, vocabularyFile), words.written());
await writeFile(join(folder, idsFile), JSON.stringify([...fragmentIds(folder)]));

/** Pagefind's own search interfaces, which the site does not use. */
const interfaces = ['component-ui', 'modular-ui', 'ui', 'highlight'].flatMap((name) => [`pagefind-${name}.js`, `pagefind-${name}.css`]);
for (const file of interfaces) await rm(join(folder, file), { force: true });
process.exit(0);
