import { type Press, type PressReport, pressEverything } from '../../../site/press/index.ts';
import type { SiteSettings } from '../../library/siteSettings.ts';
import type { Library } from '../../library/types.ts';
import type { Folders } from '../settings.ts';

/** A place where the site goes. `publish` resolves once families can read the whole library there. */
export interface Target {
  name: string;
  publish(library: Library): Promise<PressReport>;
}

/** The folder that our own server serves. */
export function folderTarget(press: Press, settings: SiteSettings, { outDir, filesDir, picturesDir, record }: Folders): Target {
  return {
    name: 'folder',
    publish: (library) => pressEverything({ library, settings, press, outDir, filesDir, picturesDir, record }),
  };
}
