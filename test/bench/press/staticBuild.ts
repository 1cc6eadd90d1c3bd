import { build } from 'astro';
import { siteConfig } from '../../../site/press/siteConfig.ts';
import { answer } from '../child.ts';

/**
 * The same pages by `astro build` in static mode: `SCALE=<size> staticBuild.ts <folder>`. The same templates and settings; pages read the library without
 * a record of what they ask. Answers with the milliseconds, and how many of them the library's making took.
 */
const [, , outDir = ''] = process.argv;
const { adapter: _, ...config } = siteConfig(outDir);
const started = performance.now();
await build({ ...config, srcDir: './test/bench/static-site', output: 'static', configFile: false, logLevel: 'warn', mode: 'production' });
const { madeLibraryIn = 0 } = globalThis as { madeLibraryIn?: number };
answer({ milliseconds: performance.now() - started, library: madeLibraryIn });
