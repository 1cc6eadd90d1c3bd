import { openPress } from '../../../site/press/index.ts';
import type { Env } from '../../env.ts';
import type { Publishing } from '../openPublishing.ts';
import { foldersIn, siteSettings } from '../settings.ts';
import { previewChannel } from './channel.ts';
import { type PreviewServer, servePreviews } from './serve.ts';

/** Serves previews from what the rounds have at hand. */
export async function openPreviews(
  env: Env,
  { payload, rounds }: Publishing,
  pressDir: string | undefined,
  onError: (error: unknown) => void,
): Promise<PreviewServer> {
  return servePreviews({
    channel: previewChannel(env),
    payload,
    press: await openPress(pressDir),
    settings: siteSettings(env),
    filesDir: foldersIn(env.dataDir).filesDir,
    library: () => rounds.library(),
    onError,
  });
}
