import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../cms/library/types.ts';

/** How long a script, style sheet or font stays after the site stopped using it, for pages that somebody keeps open or a cache still holds. */
const daysKept = 30;

/**
 * Of the files that the site no longer names, the hashed assets that stay a while, and since when they have been out of use. Without a memory of
 * that moment (`former` undefined) none stays.
 */
export function formerAssetsToKeep(
  unnamed: readonly string[],
  former: ReadonlyMap<string, Instant> | undefined,
  now: Instant,
): { keep: Set<string>; since: Map<string, Instant> } {
  if (!former) return { keep: new Set(), since: new Map() };
  const oldest = Temporal.Instant.from(now).subtract({ hours: 24 * daysKept });
  const since = new Map(
    unnamed
      .filter((path) => path.startsWith('/assets/'))
      .map((path): [string, Instant] => [path, former.get(path) ?? now])
      .filter(([, left]) => Temporal.Instant.compare(left, oldest) >= 0),
  );
  return { keep: new Set(since.keys()), since };
}
