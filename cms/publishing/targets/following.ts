import { setTimeout as sleep } from 'node:timers/promises';
import type { Redirects } from '../../../site/press/addressBook.ts';
import { type Said, said } from '../../fields/said.ts';
import type { Publication } from '../publications.ts';

/** The site as it stands in the folder after a round: what every other target is to become. */
export interface StandingSite {
  /** The folder that holds the files. */
  outDir: string;
  /** Site path → SHA-256 of the file that stands there, in the order in which the press writes them. */
  files: ReadonlyMap<string, string>;
  redirects: Pick<Redirects, 'moved' | 'gone'>;
}

/** A place other than our folder where the site goes. It follows: the folder never waits for it. */
export interface FollowingTarget {
  /** As receipts name it. */
  name: string;
  /**
   * Makes the target what `site` says and resolves once it is; `false` when `newer` cut it short, in which case what was done counts and the rest is
   * still to do. `arrived` is told as soon as families can read all of `site` there, before the search index that follows it. Rejects with what to do where
   * the target cannot be reached.
   */
  bring(site: StandingSite, newer: AbortSignal, arrived?: () => Promise<void>): Promise<boolean>;
  /** Looks through what lies there and says in a line each thing that is not as it was left. The next `bring` mends it. */
  compare(): Promise<Compared>;
  /** Ends every request that is under way. */
  close(): void;
}

/** How many things a comparison looked at, and what was not as it was left, in a line each. */
export interface Compared {
  compared: number;
  found: Said[];
}

/** What an audit of every target found; what is not mended is tried again. */
export interface TargetAudit {
  compared: number;
  found: { mended: boolean; says: Said }[];
}

/** Where a target's progress is told. */
export interface TargetReceipts {
  /** What an earlier publisher left on its way to a target. */
  unfinished(): Promise<Publication[]>;
  reached(target: string, publications: readonly Publication[]): Promise<void>;
  /** The target does not answer, or refuses: `reason` says what to do. It is tried again. */
  late(target: string, publications: readonly Publication[], reason: Said): Promise<void>;
}

/** A target that could not be brought up to date: what happened and what to do. */
export class TargetProblem extends Error {
  readonly reason: Said;

  constructor(reason: Said, cause: unknown) {
    super(reason.en, { cause });
    this.name = 'TargetProblem';
    this.reason = reason;
  }
}

export interface Following {
  names: readonly string[];
  /** Has every target become like `site`, and tells the receipts of `publications`. Returns at once. */
  follow(site: StandingSite, publications: readonly Publication[]): void;
  /** Looks at the newest site again, because files changed that no round writes: the search index. */
  again(): void;
  /** Resolves when every target has become like the newest site or failed to; says why it failed, a line each. */
  settled(): Promise<string[]>;
  /** Compares every target with what was brought there, mends it, and says each disagreement in a line. */
  audit(): Promise<TargetAudit>;
  /** Stops at once. What was begun goes on at the next start. */
  close(): Promise<void>;
}

interface Options {
  targets: readonly FollowingTarget[];
  receipts: TargetReceipts;
  onError(error: unknown): void;
  /** The pauses before a target that failed is tried again, in ms; the last one repeats. */
  pauses?: readonly number[];
}

/** Before a site is looked at again whose files a round is changing, in ms. */
const betweenLooks = 250;

/** Carries the site on from the folder to each target, each at its own pace and always to the newest state. */
export function openFollowing({ targets, receipts, onError, pauses = [1_000, 5_000, 15_000, 60_000] }: Options): Following {
  const followers = targets.map((target) => follower(target, { receipts, onError, pauses }));
  return {
    names: targets.map(({ name }) => name),
    follow: (site, publications) => {
      for (const each of followers) each.follow(site, publications);
    },
    again: () => {
      for (const each of followers) each.again();
    },
    settled: async () => (await Promise.all(followers.map((each) => each.settled()))).flatMap((reason) => reason ?? []),
    async audit() {
      const audits = await Promise.all(followers.map((each) => each.audit()));
      return { compared: audits.reduce((sum, { compared }) => sum + compared, 0), found: audits.flatMap(({ found }) => found) };
    },
    async close() {
      await Promise.all(followers.map((each) => each.close()));
    },
  };
}

function follower(target: FollowingTarget, { receipts, onError, pauses }: Required<Omit<Options, 'targets'>>) {
  const stopping = new AbortController();
  let newest: StandingSite | undefined;
  /** Set while something newer than what is being brought waits. */
  let newer = new AbortController();
  /** What is not there yet. */
  let pending: Publication[] = [];
  let hasTakenOver = false;
  let isBehind = false;
  let failures = 0;
  let reason: Said | undefined;
  let running: Promise<void> | undefined;
  let settling: (() => void)[] = [];

  function start(): void {
    isBehind = true;
    newer.abort();
    if (stopping.signal.aborted) return;
    running ??= run().finally(() => {
      running = undefined;
      settle();
    });
  }

  function settle(): void {
    for (const settled of settling) settled();
    settling = [];
  }

  async function run(): Promise<void> {
    while (isBehind && newest && !stopping.signal.aborted) {
      isBehind = false;
      newer = new AbortController();
      try {
        if (!hasTakenOver) {
          const unfinished = await receipts.unfinished();
          pending = [...pending, ...unfinished];
          hasTakenOver = true;
        }
        const going = pending;
        const isWhole = await target.bring(newest, newer.signal, async () => {
          failures = 0;
          reason = undefined;
          if (going.length > 0) await receipts.reached(target.name, going);
          pending = pending.filter((publication) => !going.includes(publication));
        });
        if (isWhole) continue;
        isBehind = true;
        await pause(betweenLooks);
      } catch (error) {
        if (stopping.signal.aborted) return;
        isBehind = true;
        reason = reasonOf(error);
        onError(error);
        await receipts.late(target.name, pending, reason).catch(onError);
        settle();
        await pause(pauses[Math.min(failures++, pauses.length - 1)] ?? 0);
      }
    }
  }

  /** A new round ends the pause: it is a reason to try. */
  async function pause(milliseconds: number): Promise<void> {
    const signal = AbortSignal.any([stopping.signal, newer.signal]);
    await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  return {
    follow(site: StandingSite, publications: readonly Publication[]) {
      newest = site;
      pending = [...pending, ...publications];
      start();
    },
    again() {
      if (newest) start();
    },
    async settled(): Promise<string | undefined> {
      if (running && reason === undefined) await new Promise<void>((resolve) => settling.push(resolve));
      return reason?.en;
    },
    async audit(): Promise<TargetAudit> {
      while (running && reason === undefined) await new Promise<void>((resolve) => settling.push(resolve));
      if (reason !== undefined || !newest) return { compared: 0, found: reason === undefined ? [] : [{ mended: false, says: reason }] };
      // Nothing is brought meanwhile, so that no object that was just written is taken for a wrong one.
      const comparing = target.compare().finally(() => {
        running = undefined;
        start();
      });
      running = comparing.then(
        () => undefined,
        () => undefined,
      );
      const { compared, found } = await comparing;
      await this.settled();
      const lines = found.map((says) => ({ mended: reason === undefined, says }));
      return { compared, found: reason === undefined ? lines : [...lines, { mended: false, says: reason }] };
    },
    async close() {
      stopping.abort();
      target.close();
      await running;
    },
  };
}

/** Why a target failed, in the reader's language where it has the words. */
export function reasonOf(error: unknown): Said {
  if (error instanceof TargetProblem) return error.reason;
  const message = error instanceof Error ? error.message : String(error);
  return said(message, message);
}
