import { hash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** A folder that families read from while it is written: each file is whole at every moment. */
export interface Output {
  /** Writes `bytes` at a site path when they differ from what stands there. Says whether they did. */
  write(path: string, bytes: Uint8Array): boolean;
  has(path: string): boolean;
  /** SHA-256 of what stands at a site path; nothing where no file does. */
  hashOf(path: string): string | undefined;
  remove(path: string): void;
  /** Site paths of all files, in order. */
  paths(): string[];
  /** Takes the folder of half-written files away. */
  close(): void;
}

/**
 * Opens the web root. Files are written beside it, in `<outDir>.tmp`, and renamed into it, so that a server never meets half a file and a killed
 * press leaves nothing that a family could read. There is no fsync: whoever starts after a power cut compares every file with what it should be.
 */
export function openOutput(outDir: string): Output {
  const root = resolve(outDir);
  const draft = `${root}.tmp`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  mkdirSync(root, { recursive: true });
  const made = new Set<string>();

  const locate = (path: string) => {
    const file = join(root, fileOf(path));
    if (!file.startsWith(root + sep) || path.includes('\0')) throw new Error(`${JSON.stringify(path)} does not name a file of the site.`);
    return file;
  };

  return {
    write(path, bytes) {
      const file = locate(path);
      if (isSame(file, bytes)) return false;
      const folder = dirname(file);
      if (!made.has(folder)) {
        mkdirSync(folder, { recursive: true });
        made.add(folder);
      }
      const whole = join(draft, 'next');
      writeWhole(whole, bytes);
      renameSync(whole, file);
      return true;
    },
    has: (path) => existsSync(locate(path)),
    hashOf(path) {
      const file = locate(path);
      return statSync(file, { throwIfNoEntry: false })?.isFile() ? sha256(readFileSync(file)) : undefined;
    },
    remove(path) {
      const file = locate(path);
      rmSync(file, { force: true });
      for (let folder = dirname(file); folder !== root && isEmpty(folder); folder = dirname(folder)) {
        rmdirSync(folder);
        made.delete(folder);
      }
    },
    paths: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => pathOfFile(join(entry.parentPath, entry.name).slice(root.length)))
        .sort(),
    close: () => rmSync(draft, { recursive: true, force: true }),
  };
}

/** `/en/guides/` is the file `en/guides/index.html`; other paths are their file's own name. */
export function fileOf(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

function pathOfFile(file: string): string {
  const path = file.split(sep).join('/');
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
}

export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

function isSame(file: string, bytes: Uint8Array): boolean {
  const standing = statSync(file, { throwIfNoEntry: false });
  return standing?.isFile() === true && standing.size === bytes.byteLength && readFileSync(file).equals(bytes);
}

function writeWhole(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w');
  try {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at);
  } finally {
    closeSync(handle);
  }
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}
