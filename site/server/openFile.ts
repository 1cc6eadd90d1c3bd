import { type FileHandle, open } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { fileOf } from '../press/output.ts';

/** A file held open: whatever is renamed over its name meanwhile, these are its bytes and its size. */
export interface OpenFile {
  handle: FileHandle;
  /** Site path with the file's own name, such as `/en/index.html`. */
  name: string;
  size: number;
  /** Strong validator of the bytes, without quotes: a renamed-in file is another inode. */
  tag: string;
}

/** Opens the file of a site path; none where no plain file stands. Everything about it is read from the handle, never from the name again. */
export async function openFile(root: string, path: string): Promise<OpenFile | undefined> {
  const name = fileOf(path);
  const file = join(resolve(root), name);
  if (!file.startsWith(resolve(root) + sep)) return undefined;
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  const stats = await handle.stat({ bigint: true });
  if (!stats.isFile()) {
    await handle.close();
    return undefined;
  }
  const tag = [stats.ino, stats.size, stats.mtimeNs].map((part) => part.toString(36)).join('-');
  return { handle, name, size: Number(stats.size), tag };
}
