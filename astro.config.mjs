import { defineConfig } from 'astro/config';
import { pressAdapter } from './site/press/adapter.ts';
import { siteConfig } from './site/press/siteConfig.ts';

export default defineConfig({
  ...siteConfig(),
  adapter: pressAdapter({
    printInto: './dist',
    openLibrary: async () => (await import('./cms/publishing/openLibrary.ts')).openLibrary(),
  }),
});
