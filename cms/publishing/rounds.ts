import type { Payload } from 'payload';
import { type Printer, type Turn, type Unprintable, withStandIns } from '../../site/press/index.ts';
import { type LibraryProblem, type RowRef, readChanges, readLibrary, readStandIn } from '../library/readLibrary.ts';
import { keyOf } from '../library/rowKey.ts';
import { isPublicCollection } from '../library/sections.ts';
import type { Instant, Library } from '../library/types.ts';
import { updateLibrary } from '../library/updateLibrary.ts';
import type { Changed, SearchDisagreement } from '../search/indexer.ts';
import type { Search } from '../search/openSearch.ts';
import { type Publication, type Receipt, writeIndexed, writeReceipt } from './publications.ts';
import { failures } from './receipts.ts';
import type { Following, TargetAudit } from './targets/following.ts';

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
  /** The publications that are on their way. */
  underWay(): readonly Publication[];
  /** Reads `rows` and what `publications` are about, and puts the library that follows into the press. The first round reads and prints everything. */
  begin(publications: readonly Publication[], rows: readonly RowRef[]): Promise<Library>;
  isPrinting(): boolean;
  /** Prints for about so many milliseconds; the rounds that are whole by then have their receipts written and are reported. */
  advance(milliseconds?: number): Promise<RoundReport[]>;
  /** Begins a round and carries it through. */
  carryOut(publications: readonly Publication[], rows: readonly RowRef[]): Promise<RoundReport>;
  /** After a failure of the disk or the database: forgets everything, so that the next round finds out from both what stands and what should. */
  startAnew(): void;
  /** Resolves when search has been told of every round so far, or failed and is given time, and the receipts say so. */
  searchTold(): Promise<void>;
  /** Documents that no template can print as they are; older versions may stand in the library for them. */
  unprintable(): readonly Unprintable[];
  /** The press, for whoever compares its files with what it printed. */
  printer(): Promise<Printer>;
  /** Begins a round that prints these files again, and puts right where addresses lead. */
  mend(paths: Iterable<string>): Promise<void>;
  /** Compares the search indexes with what they were told, once they were told of every round so far, and mends them. */
  checkSearch(): Promise<SearchDisagreement[]>;
  /** Compares every other target with the site, mends it, and says each disagreement in a line. */
  checkTargets(): Promise<TargetAudit>;
}

export interface RoundsOptions {
  payload: Payload;
  openPrinter(): Promise<Printer>;
  outDir: string;
  search?: Search;
  following?: Following;
  onError(error: unknown): void;
  now?: () => Instant;
}

interface OpenRound {
  turns: Turn[];
  publications: readonly Publication[];
  changed: Changed;
  started: number;
  renderedAt?: Instant;
}

/** Carries out rounds on a library that each of them replaces. A later one need not wait until an earlier one has printed its last page. */
export function openRounds({ payload, openPrinter, outDir, search, following, onError, now = () => new Date().toISOString() }: RoundsOptions): Rounds {
  let library: Library | undefined;
  let opened: Printer | undefined;
  /** Problems stay until their row is read again: another round does not mend them. */
  let problems: LibraryProblem[] = [];
  /** Documents that parse and cannot be printed. */
  let unprintable: Unprintable[] = [];
  const open: OpenRound[] = [];
  /** Receipts that are being written because families find what changed. */
  let indexing: Promise<void> = Promise.resolve();
  /** Set once search knows everything: what an earlier publisher left without a word of it is found, too. */
  let hasCaughtUp = false;

  async function openedPrinter(): Promise<Printer> {
    opened ??= await openPrinter();
    return opened;
  }

  async function readAgain(former: Library, rows: readonly RowRef[]): Promise<Library> {
    const { changes, problems: met } = await readChanges(payload, rows, now());
    const read = new Set(rows.map(keyOf));
    problems = [...problems.filter((problem) => !read.has(keyOf(problem))), ...met];
    unprintable = unprintable.filter(({ ref }) => !read.has(keyOf(ref)));
    return withPrintableAgain(updateLibrary(former, changes));
  }

  /** What could not be printed for the sake of another document may be so no longer. */
  async function withPrintableAgain(next: Library): Promise<Library> {
    const printable: Unprintable[] = [];
    const printer = await openedPrinter();
    for (const item of unprintable) if (await printer.canPrint(item.document)) printable.push(item);
    unprintable = unprintable.filter((item) => !printable.includes(item));
    return printable.length ? updateLibrary(next, { asOf: next.asOf, documents: printable.map(({ ref, document }) => [ref, document]) }) : next;
  }

  async function readAll(): Promise<Library> {
    const reading = await readLibrary(payload, now());
    problems = reading.problems;
    return reading.library;
  }

  function tellSearch(current: Library, changed: Changed, publications: readonly Publication[]): void {
    if (!search) return;
    const toldAt = now();
    search
      .follow(current, changed)
      .then(() => {
        const earlier = hasCaughtUp ? undefined : toldAt;
        hasCaughtUp = true;
        indexing = indexing.then(() => writeIndexed(payload, publications, earlier)).catch(onError);
        return indexing;
      })
      .catch(onError);
  }

  async function begin(publications: readonly Publication[], rows: readonly RowRef[]): Promise<Library> {
    const started = performance.now();
    const rowsChanged = [...publications.map(({ row }) => row), ...rows];
    const everything = library === undefined || rowsChanged.some((row) => row.collection === 'searchSettings');
    library = library ? await readAgain(library, rowsChanged) : await readAll();
    const documents = rowsChanged.flatMap(({ collection, id }) => (isPublicCollection(collection) ? [{ collection, id }] : []));
    const printer = await openedPrinter();
    open.push({ turns: [printer.turn(library)], publications, changed: everything ? 'everything' : documents, started });
    return library;
  }

  /** Where pages of the round could not be printed, older versions take their place in one more turn. */
  async function isWhole(round: OpenRound, current: Library): Promise<boolean> {
    const printer = await openedPrinter();
    const last = round.turns.at(-1);
    if (!last?.done) return false;
    round.renderedAt ??= now();
    if (last.errors.length === 0) return true;
    const { library: next, replaced } = await withStandIns(current, last.errors, printer, (document, accept) => readStandIn(payload, document, accept));
    if (replaced.length === 0) return true;
    unprintable.push(...replaced);
    library = next;
    round.turns.push(printer.turn(next));
    return false;
  }

  async function finish({ turns, publications, changed, started, renderedAt }: OpenRound, current: Library): Promise<RoundReport> {
    const written = turns.flatMap((turn) => turn.written);
    const removed = turns.flatMap((turn) => turn.removed);
    const errors = turns.flatMap((turn) => turn.errors);
    const failed = failures([...problems, ...unprintable.map(({ ref, ...rest }) => ({ ...ref, ...rest }))]);
    const targets = following?.names ?? [];
    const receipt: Receipt = {
      renderedAt,
      liveAt: { folder: now(), ...Object.fromEntries(targets.map((name) => [name, null])) },
      pages: written.length + removed.length,
    };
    const fine = publications.filter(({ row }) => !failed.has(keyOf(row)));
    await writeReceipt(payload, fine, { ...receipt, state: targets.length ? 'pushing' : 'live', error: null });
    for (const publication of publications) {
      const error = failed.get(keyOf(publication.row));
      if (error) await writeReceipt(payload, [publication], { ...receipt, state: 'failed', error });
    }
    const { redirects } = turns.at(-1) ?? {};
    if (following && redirects) following.follow({ outDir, files: (await openedPrinter()).files(), redirects }, fine);
    tellSearch(current, changed, publications);
    return {
      library: current,
      pages: turns.at(-1)?.pages ?? 0,
      written: written.length,
      removed: removed.length,
      milliseconds: Math.round(performance.now() - started),
      errors: [...problems.map((problem) => `${keyOf(problem)}: ${problem.message}`), ...errors.map(({ message }) => message)],
    };
  }

  async function advance(milliseconds?: number): Promise<RoundReport[]> {
    if (!library) return [];
    await (await openedPrinter()).advance(milliseconds);
    const reports: RoundReport[] = [];
    for (const round of [...open]) {
      if (!(await isWhole(round, library))) continue;
      reports.push(await finish(round, library));
      open.splice(open.indexOf(round), 1);
    }
    return reports;
  }

  return {
    library: () => library,
    underWay: () => open.flatMap(({ publications }) => publications),
    async searchTold() {
      await search?.told();
      await indexing;
    },
    begin,
    isPrinting: () => open.length > 0,
    advance,
    async carryOut(publications, rows) {
      await begin(publications, rows);
      const reports: RoundReport[] = [];
      while (open.length > 0) reports.push(...(await advance()));
      const last = reports.at(-1);
      if (!last) throw new Error('The round ended without a report.');
      return last;
    },
    unprintable: () => unprintable,
    printer: openedPrinter,
    async mend(paths) {
      open.push({ turns: [(await openedPrinter()).mend(paths)], publications: [], changed: [], started: performance.now() });
    },
    checkSearch: async () => (await search?.audit()) ?? [],
    checkTargets: async () => (await following?.audit()) ?? { compared: 0, found: [] },
    startAnew() {
      opened?.close();
      opened = undefined;
      library = undefined;
      unprintable = [];
      open.splice(0);
    },
  };
}
