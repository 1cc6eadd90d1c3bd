import type { Wanted } from './wanted.ts';

/** One thing to do in the bucket. */
export type Step = { path: string; put: Wanted } | { path: string; put?: undefined };

/** Closing files: what tells of pages comes after them. The search index's own files come before the small files that point to them. */
const closing = /^\/(sitemap[^/]*\.xml|robots\.txt|404\.html|pagefind\/[^/]+)$/;

/**
 * What is to be done so that a bucket that holds `pushed` (site path → signature, empty where the last attempt is in doubt) holds `wanted`, in groups of which
 * each is to be whole before the next begins, so that links hold at every moment: takedowns, files, new pages, changed pages, what lists them, redirects.
 * What `keeps` names stays though it is not wanted.
 */
export function plan(wanted: ReadonlyMap<string, Wanted>, pushed: ReadonlyMap<string, string>, keeps: (path: string) => boolean): Step[][] {
  const takedowns: Step[] = [];
  const files: Step[] = [];
  const newPages: Step[] = [];
  const changedPages: Step[] = [];
  const lists: Step[] = [];
  const redirects: Step[] = [];
  for (const path of pushed.keys()) if (!wanted.has(path) && !keeps(path)) takedowns.push({ path });
  for (const [path, put] of wanted) {
    const standing = pushed.get(path);
    if (standing === put.signature) continue;
    const group =
      put.kind === 'gone'
        ? takedowns
        : put.kind === 'moved'
          ? redirects
          : closing.test(path)
            ? lists
            : !isPage(path)
              ? files
              : standing === undefined
                ? newPages
                : changedPages;
    group.push({ path, put });
  }
  return [takedowns, files, newPages, changedPages, lists, redirects].filter((group) => group.length > 0);
}

function isPage(path: string): boolean {
  return path.endsWith('/') || path.endsWith('.html');
}
