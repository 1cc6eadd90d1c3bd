import { getPayload } from 'payload';
import type { OpenedLibrary } from '../../site/press/adapter.ts';
import { readEnv } from '../env.ts';
import { readLibrary } from '../library/readLibrary.ts';
import { foldersIn, siteSettings } from './settings.ts';

let open = 0;

/** The published library for `astro build` and `astro dev`. Several may be open at once; the last one closed closes the database. */
export async function openLibrary(): Promise<OpenedLibrary> {
  const env = readEnv();
  const { default: config } = await import('../payload.config.ts');
  open += 1;
  const payload = await getPayload({ config });
  const { library, problems } = await readLibrary(payload);
  for (const { collection, id, message } of problems) console.warn(`${collection}/${id}: ${message}`);
  return {
    library,
    settings: siteSettings(env),
    filesDir: foldersIn(env.dataDir).filesDir,
    async close() {
      open -= 1;
      if (open === 0) await payload.destroy();
    },
  };
}
