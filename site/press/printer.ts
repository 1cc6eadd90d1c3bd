import { hash } from 'node:crypto';
import { documentPages } from '../../cms/library/pages.ts';
import { Relation } from '../../cms/library/relation.ts';
import type { AnyDocument, Library } from '../../cms/library/types.ts';
import { updateLibrary } from '../../cms/library/updateLibrary.ts';
import { openAddressBook, type Redirects } from './addressBook.ts';
import { type Answers, openAnswers, type Query } from './answers.ts';
import { formerAssetsToKeep } from './formerAssets.ts';
import { openOutput, sha256 } from './output.ts';
import { openRecord, type RecordedFile } from './record.ts';
import { openSiteFiles, ranks, type SiteFile, type SiteFilesOptions } from './siteFiles.ts';

export interface PrinterOptions extends SiteFilesOptions {
  /** The web root. Everything in it belongs to the press, but for `pagefind/`, which the search index owns. */
  outDir: string;
  /** The record (press.db). Leave out where no server of ours reads it, as for `dist/`. */
  record?: string | undefined;
}

/** One library on its way to the web root. */
export interface Turn {
  /** How many HTML pages the site has. */
  pages: number;
  /** Site paths of the files whose bytes changed, and of those taken away, in the order in which it happened. */
  written: string[];
  removed: string[];
  /** What could not be printed; the former file, if there was one, stays. */
  errors: { path: string; message: string }[];
  /** Everything that this library changed stands, and former addresses lead to it. */
  done: boolean;
  redirects: Redirects;
}

/** A file that does not stand as the press left it: others wrote there. */
export interface Damage {
  path: string;
  is: 'changed' | 'missing' | 'stray';
}

/** Keeps a web root as the newest library says. */
export interface Printer {
  /**
   * Puts another library in place: takes away at once what it no longer has, and makes a list of the files that it changes. Those of an earlier turn
   * that are not printed yet are printed as this library says, after this turn's own.
   */
  turn(library: Library): Turn;
  /**
   * Prints what is left, the most urgent first, for about so many milliseconds. Says whether anything is left. Throws where the disk refuses, as when
   * it is full: then this printer is of no more use, and the next one finds out from the files what stands.
   */
  advance(milliseconds?: number): Promise<boolean>;
  /** Site path → SHA-256 of every file that stands, in the order in which a press from nothing writes them. */
  files(): Map<string, string>;
  /** Every path that the site names or at which a file stands, but for the search index. */
  paths(): string[];
  /** Those of `paths` at which others wrote. What is still to be printed is not looked at. */
  damage(paths: Iterable<string>): Damage[];
  /** Where the files stood otherwise than the record says when this press began; told once. */
  met(): Damage[];
  /** The addresses without a page that the record leads elsewhere than the library does; none while something is being printed. */
  astray(): string[];
  /** Has damaged files printed again or taken away, and every address lead where it should, in a turn of the present library. */
  mend(paths: Iterable<string>): Turn;
  /** Whether the pages of a document can be printed if it takes its place in the present library. */
  canPrint(document: AnyDocument): Promise<boolean>;
  close(): void;
}

interface Left {
  file: SiteFile;
  /** The newest turn that changed it comes first. */
  number: number;
  rank: number;
  turns: Set<OpenTurn>;
}

interface OpenTurn extends Turn {
  number: number;
  left: number;
  /** Files whose document has moved: they stay until their address leads to the new one. */
  leaving: string[];
}

const printsAtOnce = 40;

/** A workshop's page that stands already can wait for help now, home and the list of workshops: there may be thousands of them, and links to it hold. */
function rankOfStanding({ rank, page }: SiteFile): number {
  return rank === ranks.urgent && page?.kind === 'document' ? ranks.document : rank;
}

export async function openPrinter({ outDir, record, ...options }: PrinterOptions): Promise<Printer> {
  const siteFiles = await openSiteFiles(options);
  const { files } = siteFiles;
  const book = openAddressBook();
  const output = openOutput(outDir);
  const memory = openRecord(record ?? ':memory:');
  const standing: Map<string, RecordedFile> = memory.files();
  const askers = new Relation();
  const left = new Map<string, Left>();
  /** What is to be made anew although the library says the same. */
  const doubted = new Set<string>();
  /** Questions that no file asks for the moment. */
  const unasked = new Set<Query>();
  const met: Damage[] = [];
  const turns: OpenTurn[] = [];
  let answers: Answers | undefined;
  let current: Library | undefined;
  let order: Left[] = [];

  const inputsOf = (file: SiteFile, asked: readonly Query[]) =>
    hash('sha256', JSON.stringify([file.version, asked.map((query) => answers?.hashOf(query))]), 'base64url');

  function stand(path: string, recorded: RecordedFile | undefined): void {
    for (const query of standing.get(path)?.asked ?? []) if (askers.delete(query, path)) unasked.add(query);
    if (!recorded) {
      standing.delete(path);
      return;
    }
    standing.set(path, recorded);
    for (const query of recorded.asked) askers.add(query, path);
  }

  /** Before the first turn: what stands on the disk and is not what the record says counts as not there. Returns every path that stands. */
  function inspect(): string[] {
    const paths = output.paths();
    const real = new Set(paths);
    const isNew = standing.size === 0;
    for (const path of paths)
      if (!isNew && !standing.has(path) && !path.startsWith('/pagefind/') && !path.startsWith('/assets/')) met.push({ path, is: 'stray' });
    for (const [path, recorded] of [...standing]) {
      const hash = real.has(path) ? output.hashOf(path) : undefined;
      if (hash === recorded.hash) stand(path, recorded);
      else {
        standing.delete(path);
        met.push({ path, is: hash === undefined ? 'missing' : 'changed' });
      }
    }
    return paths;
  }

  function begin(library: Library): { candidates: Iterable<string>; gone: string[] } {
    current = library;
    const pages = book.become(library);
    const { changed, removed } = siteFiles.become(library, pages, book.redirects());
    if (answers) {
      const candidates = new Set([...changed, ...left.keys(), ...doubted]);
      for (const query of answers.become(library)) for (const path of askers.of(query)) candidates.add(path);
      return { candidates, gone: [...new Set([...removed, ...doubted])].filter((path) => !files.has(path)) };
    }
    answers = openAnswers(library);
    const strays = inspect().filter((path) => !files.has(path) && !path.startsWith('/pagefind/'));
    const { keep, since } = formerAssetsToKeep(strays, record === undefined ? undefined : memory.formerAssets(), library.asOf);
    memory.keepFormerAssets(since);
    return { candidates: files.keys(), gone: [...strays.filter((path) => !keep.has(path)), ...[...standing.keys()].filter((path) => !files.has(path))] };
  }

  function turn(library: Library): Turn {
    const { candidates, gone } = begin(library);
    const redirects = book.redirects();
    const number = (turns.at(-1)?.number ?? 0) + 1;
    const opened: OpenTurn = { number, pages: book.pages(), written: [], removed: [], errors: [], done: false, left: 0, redirects, leaving: [] };

    memory.withdraw(redirects.gone);
    const withdrawn = new Set(gone.filter((path) => !redirects.moved.has(path)));
    opened.leaving = gone.filter((path) => redirects.moved.has(path));
    for (const path of gone) left.delete(path);
    for (const path of withdrawn) takeAway(opened, path);
    memory.note(new Map(), withdrawn);
    for (const path of candidates) {
      const file = files.get(path);
      const recorded = standing.get(path);
      const former = left.get(path);
      if (!file) continue;
      if (recorded && recorded.inputs === inputsOf(file, recorded.asked)) {
        left.delete(path);
        continue;
      }
      const rank = recorded ? rankOfStanding(file) : file.rank === ranks.document ? ranks.created : file.rank;
      left.set(path, { file, number, rank, turns: new Set([...(former?.turns ?? []), opened]) });
    }
    for (const open of [...turns, opened]) open.left = [...left.values()].filter((item) => item.turns.has(open)).length;
    turns.push(opened);
    order = [...left.values()]
      .sort((a, b) => Number(b.rank <= ranks.created) - Number(a.rank <= ranks.created) || b.number - a.number || a.rank - b.rank)
      .reverse();
    settle();
    return opened;
  }

  function damageAt(path: string, kept: ReadonlyMap<string, string>): Damage[] {
    if (left.has(path)) return [];
    const recorded = standing.get(path);
    if (!recorded) return files.has(path) || kept.has(path) || !output.has(path) ? [] : [{ path, is: 'stray' }];
    const real = output.hashOf(path);
    return real === recorded.hash ? [] : [{ path, is: real === undefined ? 'missing' : 'changed' }];
  }

  function takeAway(open: OpenTurn, path: string): void {
    if (output.has(path)) {
      output.remove(path);
      open.removed.push(path);
    }
    stand(path, undefined);
  }

  /** What is printed next. */
  function next(): Left | undefined {
    while (order.length > 0 && left.get(order.at(-1)?.file.path ?? '') !== order.at(-1)) order.pop();
    return order.at(-1);
  }

  /** Ends the turns of which nothing is left to print. Addresses lead where the newest turn says, so that whatever it creates must stand before. */
  function settle(): void {
    if ((next()?.rank ?? ranks.document) <= ranks.created) return;
    for (const open of turns.filter(({ left: count }) => count === 0)) {
      const newest = turns.at(-1) ?? open;
      memory.lead(newest.redirects, siteFiles.policy);
      const removed = open.leaving.filter((path) => !files.has(path));
      for (const path of removed) takeAway(open, path);
      memory.note(new Map(), removed);
      open.done = true;
      turns.splice(turns.indexOf(open), 1);
    }
    if (turns.length > 0) return;
    for (const query of unasked) if (!askers.has(query)) answers?.forget(query);
    unasked.clear();
  }

  async function print({ file, turns: owners }: Left, printed: Map<string, RecordedFile>): Promise<void> {
    const { path } = file;
    const reader = (answers as Answers).reader();
    const bytes = await file.bytes(reader).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      for (const owner of owners) owner.errors.push({ path, message });
    });
    const asked = reader.asked();
    if (bytes) {
      const recorded = { hash: sha256(bytes), inputs: inputsOf(file, asked), asked };
      if (standing.get(path)?.hash !== recorded.hash && output.write(path, bytes)) for (const owner of owners) owner.written.push(path);
      stand(path, recorded);
      printed.set(path, recorded);
    } else {
      // Tried again when one of the answers that it met is another one.
      for (const query of asked) askers.add(query, path);
    }
    for (const owner of owners) owner.left -= 1;
  }

  return {
    turn,
    async advance(milliseconds = Number.POSITIVE_INFINITY) {
      const until = performance.now() + milliseconds;
      const printed = new Map<string, RecordedFile>();
      for (let count = 1; performance.now() < until; count += 1) {
        const item = next();
        if (!item) break;
        left.delete(item.file.path);
        await print(item, printed);
        if (count % printsAtOnce === 0) await new Promise(setImmediate);
      }
      memory.note(printed, []);
      settle();
      return left.size > 0;
    },
    files: () =>
      new Map(
        [...files.values()]
          .sort((a, b) => a.rank - b.rank)
          .flatMap(({ path }): [string, string][] => {
            const hash = standing.get(path)?.hash;
            return hash ? [[path, hash]] : [];
          }),
      ),
    paths: () => [...new Set([...files.keys(), ...output.paths().filter((path) => !path.startsWith('/pagefind/'))])],
    damage(paths) {
      const kept = memory.formerAssets();
      return [...paths].flatMap((path) => damageAt(path, kept));
    },
    met: () => met.splice(0),
    astray: () => (current && turns.length === 0 ? memory.astray(book.redirects()) : []),
    mend(paths) {
      if (!current) throw new Error('There is no library yet to print from.');
      for (const path of paths) {
        stand(path, undefined);
        doubted.add(path);
      }
      const mended = turn(current);
      doubted.clear();
      return mended;
    },
    async canPrint(document) {
      if (!current) return false;
      const trial = updateLibrary(current, { asOf: current.asOf, documents: [[document, document]] });
      try {
        for (const { path } of documentPages(document)) await options.press.render(path, trial, options.settings);
        return true;
      } catch {
        return false;
      }
    },
    close() {
      memory.close();
      output.close();
    },
  };
}
