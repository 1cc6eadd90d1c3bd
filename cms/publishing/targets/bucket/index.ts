import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf, sha256 } from '../../../../site/press/output.ts';
import type { FollowingTarget, StandingSite } from '../following.ts';
import { atOnce } from './atOnce.ts';
import { compareWithBucket, findFormerObjects } from './listing.ts';
import { type BucketSettings, openObjects, type Patience } from './objects.ts';
import { plan, type Step } from './plan.ts';
import { openPushed, type Pushed } from './pushed.ts';
import { isSearchFile } from './searchFiles.ts';
import { type Wanted, wantedObjects, wantedSearchFiles } from './wanted.ts';

export type { BucketSettings } from './objects.ts';

const requestsAtOnce = 16;

interface BucketOptions {
  settings: BucketSettings;
  /** The site's public address: redirects name it. */
  origin: string;
  /** Where the record of what was pushed lies. */
  record: string;
  patience?: Patience;
}

/** A bucket that speaks S3, for static website hosting or behind a CDN. Only objects that this site wrote are ever removed from it. */
export function bucketTarget({ settings, origin, record, patience }: BucketOptions): FollowingTarget {
  const prefix = settings.prefix ? `${settings.prefix}/` : '';
  const objects = openObjects(settings, patience);
  const destination = JSON.stringify([settings.endpoint ?? '', settings.bucket, prefix]);
  let opened: Pushed | undefined;
  let former = new Map<string, Wanted>();
  const pushedSoFar = () => (opened ??= openPushed(record, destination));

  async function bring(site: StandingSite, newer: AbortSignal, arrived: () => Promise<void> = async () => undefined): Promise<boolean> {
    const pushed = pushedSoFar();
    const wanted = wantedObjects(site, origin, former);
    former = wanted;
    const search = wantedSearchFiles(site.outDir);
    if (!pushed.isListed()) {
      await findFormerObjects(objects, pushed, prefix, { has: (path) => wanted.has(path) || search.has(path) });
      pushed.markListed();
    }
    // Readers of a page that is still open ask for scripts and styles that the folder keeps for them.
    const isKept = (path: string) => isSearchFile(path) || (path.startsWith('/assets/') && existsSync(join(site.outDir, path)));
    if (!(await carryOutAll(site, pushed, plan(wanted, pushed.signatures, isKept), newer))) return false;
    await arrived();
    return carryOutAll(
      site,
      pushed,
      plan(search, pushed.signatures, (path) => !isSearchFile(path)),
      newer,
    );
  }

  async function carryOutAll(site: StandingSite, pushed: Pushed, groups: Step[][], newer: AbortSignal): Promise<boolean> {
    let whole = true;
    for (const group of groups) {
      if (newer.aborted) return false;
      pushed.begin(group.map(({ path }) => path));
      const done = await atOnce(group, requestsAtOnce, newer, async (step) => {
        if (!(await carryOut(site, pushed, step))) whole = false;
      });
      if (!done) return false;
    }
    return whole;
  }

  /** False where the folder holds other bytes by now: a later round changed them, and is about to be brought here itself. */
  async function carryOut(site: StandingSite, pushed: Pushed, { path, put }: Step): Promise<boolean> {
    const key = prefix + fileOf(path).slice(1);
    if (!put) {
      await objects.remove(key);
      pushed.confirmGone(path);
      return true;
    }
    const bytes = await bytesOf(site, put);
    if (!bytes) return false;
    pushed.confirm(path, put.signature, await objects.put(key, bytes, put));
    return true;
  }

  return {
    name: 'bucket',
    bring,
    compare: () => compareWithBucket(objects, pushedSoFar(), prefix),
    close() {
      objects.close();
      opened?.close();
      opened = undefined;
    },
  };
}

async function bytesOf({ outDir }: StandingSite, { body }: Wanted): Promise<Uint8Array | undefined> {
  if ('text' in body) return Buffer.from(body.text);
  try {
    const bytes = await readFile(join(outDir, fileOf(body.file)));
    return body.hash === undefined || sha256(bytes) === body.hash ? bytes : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
