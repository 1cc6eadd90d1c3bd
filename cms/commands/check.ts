import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, generated } from './generated.ts';
import { runScript, scriptOf } from './run.ts';
import { root } from './settings.ts';
import { step } from './step.ts';
import { command, Stopped } from './stopped.ts';

/** Everything that can be known without running the program: types, lint and format, unused code, generated files. */
await command(async () => {
  await step('Lint and format', () => runScript('Biome', [scriptOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings']));
  await step('Unused code', () => runScript('Knip', [scriptOf('knip'), '--no-progress']));
  await step('Types', () => runScript('The type check', [scriptOf('typescript', 'tsc'), '--noEmit']));
  await step('Types of the site', () => runScript('The type check of the site', [scriptOf('@astrojs/check', 'astro-check'), '--minimumSeverity', 'error']));
  for (const item of generated) await step(item.what, () => isFresh(item));
});

/** Generates anew and compares: a difference stays on disk, to be looked at and committed. */
async function isFresh(item: (typeof generated)[number]): Promise<void> {
  const before = await contents(join(root, item.at));
  await generate(item);
  if (before !== (await contents(join(root, item.at)))) {
    throw new Stopped(`${item.at} was not what the collections say. It has been generated again: look at the change and commit it.`);
  }
}

/** A file's text, or the names in a folder: a migration that is missing is a new file. */
async function contents(path: string): Promise<string> {
  try {
    return (await readdir(path)).sort().join('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    return readFile(path, 'utf8');
  }
}
