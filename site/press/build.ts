import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { root } from './siteConfig.ts';

/** What stands beside a built bundle: which build it is, and from which sources. */
export interface BuildNote {
  buildId: string;
  sources: string;
}

const noteName = 'build.json';

/** Where `npm start` keeps the built press. */
export const defaultPressDir = join(root, '.press');

/**
 * Builds the templates into `outDir/{server,client}`, unless the bundle there was built from exactly these sources. The new bundle takes the old
 * one's place whole. Throws, with Astro's own words, when a template does not compile.
 */
export async function buildPress({ outDir = defaultPressDir } = {}): Promise<{ buildId: string; built: boolean }> {
  const sources = await hashOfFiles(await sourceFiles());
  const standing = await readNote(outDir);
  if (standing?.sources === sources) return { buildId: standing.buildId, built: false };

  const place = resolve(outDir);
  const next = `${place}.next-${process.pid}`;
  const buildId = await bundle(next, sources);
  await takePlace(next, place, sources);
  return { buildId, built: true };
}

/**
 * Builds a bundle in a process of its own, since the programs that a build starts end only with the process. Whatever NODE_ENV says here, as in a test, families
 * get React's production build: Vite reads it there, not from its mode. Returns the build's id.
 */
async function bundle(dir: string, sources: string): Promise<string> {
  const env = { ...process.env, NODE_ENV: 'production' as const };
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'bundle.ts'), dir], { cwd: root, env });
  return noteBuild(dir, sources);
}

/** Puts the bundle `next` where `place` is, unless another process has meanwhile put one of the same sources there. */
async function takePlace(next: string, place: string, sources: string): Promise<void> {
  const former = `${place}.former-${process.pid}`;
  for (;;) {
    if ((await readNote(place))?.sources === sources) break;
    await rename(place, former).catch(unless('ENOENT'));
    const taken = await rename(next, place).then(() => true, unless('ENOTEMPTY', 'EEXIST'));
    await rm(former, { recursive: true, force: true });
    if (taken) break;
  }
  await rm(next, { recursive: true, force: true });
}

/** Passes over an error of these codes, and throws every other. */
function unless(...codes: string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}

/** Writes the note of a bundle that Astro has just built. */
export async function noteBuild(dir: string, sources: string): Promise<string> {
  const buildId = await hashOfFiles(
    await filesUnder(dir),
    (text) =>
      text
        .replace(/"key":"[^"]*"/, '')
        .replaceAll(`${resolve(dir)}/`, '')
        .replaceAll(root, ''),
    dir,
  );
  const note: BuildNote = { buildId, sources };
  await writeFile(join(dir, noteName), `${JSON.stringify(note, undefined, 2)}\n`);
  return buildId;
}

/** The note of the bundle in `dir`; none where no bundle stands, or one that was cut off. */
export async function readNote(dir: string): Promise<BuildNote | undefined> {
  try {
    return JSON.parse(await readFile(join(dir, noteName), 'utf8')) as BuildNote;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Everything that the bundle is made of: the site, the line, and the versions of packages. */
async function sourceFiles(): Promise<string[]> {
  const folders = await Promise.all(['site', 'cms/library'].map((folder) => filesUnder(join(root, folder))));
  return [...folders.flat(), join(root, 'package-lock.json')];
}

export async function filesUnder(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function hashOfFiles(files: string[], normalize = (text: string) => text, base = root): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = await readFile(file);
    hash
      .update(`${relative(base, file)}\0`)
      .update(/\.m?js$/.test(file) ? normalize(bytes.toString()) : bytes)
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
