import { build } from 'astro';
import { pressAdapter } from './adapter.ts';
import { siteConfig } from './siteConfig.ts';

/** Run as a program: builds the templates into the folder that it is told. See `buildPress`. */
const [dir] = process.argv.slice(2);
await build({ ...siteConfig(`${dir}/`), adapter: pressAdapter(), configFile: false, logLevel: 'warn', mode: 'production' });
process.exit(0);
