import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StandingSite } from '../../cms/publishing/targets/following.ts';

/** A site as a round leaves it in its folder, made by hand: site path → content; addresses that moved and that are gone. */
export interface MadeSite {
  files: Record<string, string>;
  moved?: Record<string, string>;
  gone?: string[];
}

/** What every site has: home pages, pages for addresses that lead nowhere, files of the host. */
export const always = {
  '/': 'choose',
  '/en/': 'home',
  '/es/': 'inicio',
  '/en/gone.html': 'This page is gone',
  '/es/gone.html': 'Esta página ya no está',
  '/404.html': 'not here',
  '/assets/a1.css': 'body{}',
  '/robots.txt': 'User-agent: *',
  '/sitemap.xml': '<urlset/>',
  '/_headers': '/*',
  '/_redirects': '',
};

/** Writes the site into `outDir`, in place of what stood there. */
export function standingSite(outDir: string, { files, moved = {}, gone = [] }: MadeSite): StandingSite {
  rmSync(outDir, { recursive: true, force: true });
  const hashes = new Map<string, string>();
  for (const [path, text] of Object.entries({ ...always, ...files })) {
    const file = join(outDir, path.endsWith('/') ? `${path}index.html` : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    hashes.set(path, createHash('sha256').update(text).digest('hex'));
  }
  return { outDir, files: hashes, redirects: { moved: new Map(Object.entries(moved)), gone: new Set(gone) } };
}
