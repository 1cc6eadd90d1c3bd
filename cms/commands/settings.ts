import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Env, readEnv, SettingsError } from '../env.ts';
import { Stopped } from './stopped.ts';

/** The folder of the whole package. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The settings of a command: those of the shell, then those of `.env` in the package's folder. */
export function readSettings(): Env {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  // The CMS carries out its migrations in production only, and so do its commands.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' });
  try {
    return readEnv();
  } catch (error) {
    if (error instanceof SettingsError) throw new Stopped(error.message);
    throw error;
  }
}
