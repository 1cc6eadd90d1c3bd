import type { Payload } from 'payload';
import { type LibraryProblem, type RowRef, readChanges, readLibrary } from '../library/readLibrary.ts';
import { isPublicCollection } from '../library/sections.ts';
import type { DocumentRef, Instant, Library } from '../library/types.ts';
import { updateLibrary } from '../library/updateLibrary.ts';
import type { SearchIndexer } from '../search/indexer.ts';
import { type Publication, type Receipt, writeReceipt } from './publications.ts';
import { failures, keyOf } from './receipts.ts';
import type { Target } from './targets/folder.ts';

export interface RoundReport {
  library: Library;
  pages: number;
  written: number;
  removed: number;
  milliseconds: number;
  /** What could not be shown or printed, a line each. */
  errors: string[];
}

export interface Rounds {
  /** The library of the newest round; none before the first. */
  library(): Library | undefined;
  /** Brings `publications` and the changes of `rows` to every target and writes the receipts. The first round reads and prints everything. */
  carryOut(publications: readonly Publication[], rows: readonly RowRef[]): Promise<RoundReport>;
  /** Resolves when search has been told of every round so far. */
  searchTold(): Promise<void>;
}

export interface RoundsOptions {
  payload: Payload;
  targets: readonly Target[];
  search?: SearchIndexer;
  onError(error: unknown): void;
  now?: () => Instant;
}

/** Carries out rounds, one after another, on a library that each of them replaces. */
export function openRounds({ payload, targets, search, onError, now = () => new Date().toISOString() }: RoundsOptions): Rounds {
  let library: Library | undefined;
  /** Problems stay until their row is read again: another round does not mend them. */
  let problems: LibraryProblem[] = [];
  let searching: Promise<void> = Promise.resolve();
  /** What search has yet to be told, because it did not answer. */
  let untold: readonly DocumentRef[] | 'everything' = [];

  async function readAgain(former: Library, rows: readonly RowRef[]): Promise<Library> {
    const { changes, problems: met } = await readChanges(payload, rows, now());
    const read = new Set(rows.map(keyOf));
    problems = [...problems.filter((problem) => !read.has(keyOf(problem))), ...met];
    return updateLibrary(former, changes);
  }

  async function readAll(): Promise<Library> {
    const reading = await readLibrary(payload, now());
    problems = reading.problems;
    return reading.library;
  }

  function tellSearch(current: Library, changed: readonly DocumentRef[] | 'everything', publications: readonly Publication[]): void {
    if (!search) return;
    searching = searching.then(async () => {
      const all = untold === 'everything' || changed === 'everything' ? 'everything' : [...untold, ...changed];
      try {
        await search.sync(current, all);
        untold = [];
        await writeReceipt(payload, publications, { indexedAt: new Date().toISOString() });
      } catch (error) {
        untold = all;
        onError(error);
      }
    });
  }

  return {
    library: () => library,
    searchTold: () => searching,
    async carryOut(publications, rows) {
      const started = performance.now();
      const isFirst = library === undefined;
      const changed = [...publications.map(({ row }) => row), ...rows];
      const current = library ? await readAgain(library, changed) : await readAll();
      library = current;
      const liveAt: Record<string, Instant> = {};
      const errors: { path: string; message: string }[] = [];
      const report = { pages: 0, written: 0, removed: 0 };
      for (const target of targets) {
        const printed = await target.publish(current);
        liveAt[target.name] = new Date().toISOString();
        errors.push(...printed.errors);
        report.pages = printed.pages;
        report.written += printed.written.length;
        report.removed += printed.removed.length;
      }
      const failed = failures(current, problems, errors);
      const receipt: Receipt = { renderedAt: new Date().toISOString(), liveAt, pages: report.written + report.removed };
      await writeReceipt(
        payload,
        publications.filter(({ row }) => !failed.has(keyOf(row))),
        { ...receipt, state: 'live', error: null },
      );
      for (const publication of publications) {
        const error = failed.get(keyOf(publication.row));
        if (error) await writeReceipt(payload, [publication], { ...receipt, state: 'failed', error });
      }
      const everything = isFirst || changed.some((row) => row.collection === 'searchSettings');
      tellSearch(
        current,
        everything ? 'everything' : changed.flatMap(({ collection, id }) => (isPublicCollection(collection) ? [{ collection, id }] : [])),
        publications,
      );
      return {
        library: current,
        ...report,
        milliseconds: Math.round(performance.now() - started),
        errors: [...problems.map((problem) => `${keyOf(problem)}: ${problem.message}`), ...errors.map(({ message }) => message)],
      };
    },
  };
}
