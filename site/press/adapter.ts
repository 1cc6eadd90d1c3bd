import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import type { Library } from '../../cms/library/types.ts';
import { noteBuild } from './build.ts';
import { answerFromLibrary } from './development.ts';
import { openPress } from './press.ts';
import { pressEverything } from './pressEverything.ts';

/** The published library as `astro build` and `astro dev` read it, with the folder in which its uploads lie. */
export interface OpenedLibrary {
  library: Library;
  settings: SiteSettings;
  filesDir: string;
  close(): Promise<void>;
}

export type OpenLibrary = () => Promise<OpenedLibrary>;

export interface PressAdapterOptions {
  /** Reads the library for `astro build` and `astro dev`. The resident press gets its library with each round instead. */
  openLibrary?: OpenLibrary;
  /** Where `astro build` prints the whole site. */
  printInto?: string;
}

/** An Astro adapter for a server that never listens: its bundle is imported by the press, which asks it for pages. */
export function pressAdapter({ openLibrary, printInto }: PressAdapterOptions = {}): AstroIntegration {
  let bundleDir = '';
  return {
    name: 'alongside-press',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Bundled whole, the press runs from any folder and always with React's production build.
        if (command === 'build') updateConfig({ vite: { ssr: { noExternal: true } } });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        bundleDir = fileURLToPath(config.outDir);
        setAdapter({
          name: 'alongside-press',
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./entry.ts', import.meta.url)),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:server:setup': ({ server }) => {
        if (openLibrary) server.middlewares.use(answerFromLibrary(openLibrary));
      },
      'astro:build:done': async ({ logger }) => {
        if (!openLibrary || !printInto) return;
        await noteBuild(bundleDir, '');
        logger.info(await printSite(bundleDir, openLibrary, printInto));
      },
    },
  };
}

/** Prints the whole site with the bundle that Astro has just built. Throws when a page could not be printed, once all others are. */
async function printSite(bundleDir: string, openLibrary: OpenLibrary, outDir: string): Promise<string> {
  const press = await openPress(bundleDir);
  const { library, settings, filesDir, close } = await openLibrary();
  try {
    const { pages, errors } = await pressEverything({ library, settings, press, outDir, filesDir, picturesDir: join(dirname(filesDir), 'pictures') });
    if (errors.length) throw new Error(`${errors.length} of ${pages} pages could not be printed:\n${errors.map(({ message }) => `  ${message}`).join('\n')}`);
    return `${pages} pages printed into ${outDir}`;
  } finally {
    await close();
  }
}
