import { fileURLToPath } from 'node:url';
import react from '@astrojs/react';
import type { AstroUserConfig } from 'astro';

/** The folder of the whole package, from which Astro resolves everything. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Astro's settings, the same for the resident press, `astro build` and `astro dev`. Nothing is inlined, so that the Content-Security-Policy can forbid inline
 * scripts and styles.
 */
export function siteConfig(bundleDir = './.astro/press'): AstroUserConfig {
  return {
    root,
    srcDir: './site',
    publicDir: './site/public',
    outDir: bundleDir,
    output: 'server',
    trailingSlash: 'ignore',
    compressHTML: true,
    integrations: [react()],
    devToolbar: { enabled: false },
    build: { assets: 'assets', inlineStylesheets: 'never' },
    image: { service: { entrypoint: 'astro/assets/services/noop' } },
    vite: { build: { assetsInlineLimit: 0 } },
  };
}
