import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Payload } from 'payload';
import { vi } from 'vitest';
import { readLibrary, readStandIn } from '../../cms/library/readLibrary.ts';
import type { Instant } from '../../cms/library/types.ts';
import { waitingPublications } from '../../cms/publishing/publications.ts';
import { openRounds, type RoundReport, type Rounds } from '../../cms/publishing/rounds.ts';
import { type Folders, foldersIn } from '../../cms/publishing/settings.ts';
import type { Search } from '../../cms/search/openSearch.ts';
import { buildPress, type FindStandIn, openPress, openPrinter, type Press, pressEverything } from '../../site/press/index.ts';
import type { DatabaseKind } from './databases.ts';
import { fixtureSettings } from './fixtureLibrary.ts';

/** The real CMS on a new database with a real press, printing into a folder of its own. */
export interface TestPublishing {
  payload: Payload;
  dir: string;
  /** Where the built press is. */
  pressDir: string;
  folders: Folders;
  /** Carries out a round with everything that waits. */
  publish(): Promise<RoundReport>;
  /** The file of a page, or nothing. */
  page(path: string): Promise<string | undefined>;
  /** Every file of the output by its site path; without the search index, which is built behind it. */
  output(outDir?: string): Promise<Map<string, string>>;
  /** Opens the output once more, as another start of the publisher does. */
  openRounds(now?: () => Instant, search?: Search): Rounds;
  /** Starts the publisher as a process, with further settings or another built press; `isHeard` lets the test read what it says. */
  startPublisher(other?: { settings?: Record<string, string>; pressDir?: string; isHeard?: boolean }): ChildProcess;
  /** Prints the published library from nothing into another folder, and returns its files; `nothing.db` is its record. */
  fromNothing(asOf?: Instant): Promise<Map<string, string>>;
  close(): Promise<void>;
}

const sqlite: DatabaseKind = { name: 'sqlite', freshUrl: () => '' };
const publisher = fileURLToPath(new URL('../../cms/publishing/publisher.ts', import.meta.url));

/** `around` may put a press of its own around the real one, such as one that stops. */
export async function createTestPublishing(database: DatabaseKind = sqlite, around = (press: Press) => press): Promise<TestPublishing> {
  // Each database has a configuration of its own, and React does not bear being loaded twice: so before the press.
  vi.resetModules();
  const url = database.freshUrl();
  const dir = await mkdtemp(join(tmpdir(), 'alongside-publishing-'));
  // As `npm start` runs it: migrations are carried out, and templates are built without development code.
  const settings = {
    NODE_ENV: 'production' as const,
    DATABASE_URL: url,
    // The server that the tests start themselves speaks the protocol without transactions.
    MONGODB_PROTOCOL_ONLY: database.isProtocolOnly || (url && !process.env.TEST_MONGODB_URL) ? '1' : '',
    DATA_DIR: dir,
    PAYLOAD_SECRET: 'a secret for tests, of more than 32 letters',
    SITE_URL: fixtureSettings.origin,
    LEAVE_URL: fixtureSettings.leaveUrl,
  };
  Object.assign(process.env, settings);
  const pressDir = join(dir, 'press');
  await buildPress({ outDir: pressDir });
  const press = around(await openPress(pressDir));
  const { openCms } = await import('../../cms/commands/openCms.ts');
  const payload = await openCms();
  payload.logger.level = 'silent';
  const folders = foldersIn(dir);
  const openTestRounds = (now?: () => Instant, search?: Search) =>
    openRounds({
      payload,
      openPrinter: () => openPrinter({ press, settings: fixtureSettings, ...folders }),
      outDir: folders.outDir,
      onError: (error) => {
        throw error;
      },
      ...(now && { now }),
      ...(search && { search }),
    });
  const rounds = openTestRounds();
  const children = new Set<ChildProcess>();

  return {
    payload,
    dir,
    pressDir,
    folders,
    publish: async () => rounds.carryOut(await waitingPublications(payload), []),
    page: (path) => textOf(join(folders.outDir, path, path.endsWith('/') ? 'index.html' : '')),
    output: (outDir = folders.outDir) => filesIn(outDir),
    openRounds: openTestRounds,
    startPublisher(other = {}) {
      const child = spawn(process.execPath, [publisher, other.pressDir ?? pressDir], {
        env: { ...process.env, ...settings, ...other.settings },
        stdio: ['ignore', other.isHeard ? 'pipe' : 'inherit', 'inherit'],
      });
      children.add(child);
      return child;
    },
    async fromNothing(asOf) {
      const [outDir, record] = [join(dir, 'from-nothing'), join(dir, 'nothing.db')];
      await rm(outDir, { recursive: true, force: true });
      await rm(record, { force: true });
      const { library } = await readLibrary(payload, asOf);
      const findStandIn: FindStandIn = (document, accept) => readStandIn(payload, document, accept);
      await pressEverything({ library, settings: fixtureSettings, press, ...folders, outDir, record, findStandIn });
      return filesIn(outDir);
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      await payload.destroy();
      (globalThis as unknown as { _payload?: Map<string, unknown> })._payload?.clear();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function filesIn(outDir: string): Promise<Map<string, string>> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = await Promise.all(files.map(async (file) => [file.slice(outDir.length), await readFile(file, 'latin1')] as const));
  return new Map(named.filter(([path]) => !path.startsWith('/pagefind/')).sort(([a], [b]) => (a < b ? -1 : 1)));
}
