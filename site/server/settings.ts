import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number('PORT must be a number, such as 4321.').int().min(0).max(65_535).default(4321),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
});

export interface ServerSettings {
  port: number;
  /** The address to listen on; all of them unless given. */
  host: string | undefined;
  outDir: string;
  record: string;
}

/** What the static server needs from the environment, and nothing secret: it runs without the CMS's settings. Throws one sentence a mistake. */
export function serverSettings(environment: NodeJS.ProcessEnv): ServerSettings {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const { PORT, HOST, DATA_DIR } = parsed.data;
  return { port: PORT, host: HOST, outDir: join(DATA_DIR, 'site'), record: join(DATA_DIR, 'press.db') };
}
