import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** An Astro adapter for a server that never listens: its bundle is imported by the press, which asks it for pages. */
export function pressAdapter(): AstroIntegration {
  return {
    name: 'alongside-press',
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'alongside-press',
          entrypointResolution: 'auto',
          serverEntrypoint: fileURLToPath(new URL('./entry.ts', import.meta.url)),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        }),
    },
  };
}
