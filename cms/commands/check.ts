import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript, scriptOf } from './run.ts';
import { root } from './settings.ts';
import { step } from './step.ts';
import { command, Stopped } from './stopped.ts';

/** What is generated from the collections and committed, each with the Payload command that makes it. */
const generated = [
  { what: 'Payload types', args: ['generate:types'], at: 'cms/payload-types.ts' },
  { what: 'Import map', args: ['generate:importmap'], at: 'cms/app/(payload)/admin/importMap.js' },
  { what: 'Migrations', args: ['migrate:create', 'unnamed', '--skip-empty'], at: 'cms/database/migrations' },
];

/** Everything that can be known without running the program: types, lint and format, unused code, generated files. */
await command(async () => {
  process.chdir(root);
  await step('Lint and format', () => runScript('Biome', [scriptOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings']));
  await step('Unused code', () => runScript('Knip', [scriptOf('knip'), '--no-progress']));
  await step('Types', () => runScript('The type check', [scriptOf('typescript', 'tsc'), '--noEmit']));
  await step('Types of the site', () => runScript('The type check of the site', [scriptOf('@astrojs/check', 'astro-check'), '--minimumSeverity', 'error']));
  for (const file of generated) await step(file.what, () => isFresh(file));
});

/** Generates anew and compares: a difference stays on disk, to be looked at and committed. */
async function isFresh({ what, args, at }: (typeof generated)[number]): Promise<void> {
  const before = await contents(join(root, at));
  await runScript(what, [scriptOf('payload'), ...args, '--disable-transpile'], { env: { NODE_ENV: 'development', PAYLOAD_CONFIG_PATH: 'cms/payload.config.ts' } });
  const after = await contents(join(root, at));
  if (before !== after) throw new Stopped(`${at} was not what the collections say. It has been generated again: look at the change and commit it.`);
}

async function contents(path: string): Promise<string> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return names ? names.sort().join('\n') : readFile(path, 'utf8');
}
