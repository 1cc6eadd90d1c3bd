import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import { readSeed, type SeedLibrary } from '../../seed/readSeed.ts';
import { type SeedCounts, upsertSeed } from '../../seed/upsert.ts';
import type { Env } from '../env.ts';
import { root } from './settings.ts';

/** Which sample library stands in which database, and which documents it brought: one that is no longer there was deleted by staff. */
const noteSchema = z.object({ database: z.string(), content: z.string(), keys: z.array(z.string()) });
type Note = z.infer<typeof noteSchema>;
type Settings = Pick<Env, 'dataDir' | 'databaseUrl'>;

const noteOf = ({ dataDir }: Settings) => join(dataDir, 'sample.json');

interface Options {
  library?: SeedLibrary;
  /** The database is new, whatever an older one in the same place had. */
  anew?: boolean;
  onProgress?: (done: number, total: number) => void;
}

/** Whether the sample library that this package brings is in the database already. It reads some hundred small files and no database. */
export async function sampleIsIn(env: Settings): Promise<boolean> {
  return (await readNote(env))?.content === (await contentOfPackage());
}

/**
 * Brings the sample library into the database: what is new or changed, but no document that staff changed, put in the trash or deleted. A run that is
 * cut off leaves whole documents and no note, and is done again.
 */
export async function bringSample(payload: Payload, env: Settings, { library, anew = false, onProgress }: Options = {}): Promise<SeedCounts> {
  const content = await contentOfPackage();
  const sample = library ?? (await readSeed());
  const given = new Set(anew ? [] : (await readNote(env))?.keys);
  const counts = await upsertSeed(payload, sample, { onProgress, given });
  const keys = new Set([...given, ...sample.documents.map(({ key }) => key)]);
  const note: Note = { database: databaseIn(env), content, keys: [...keys].sort() };
  await writeFile(`${noteOf(env)}.new`, JSON.stringify(note));
  await rename(`${noteOf(env)}.new`, noteOf(env));
  return counts;
}

/** A data folder that moved to another database starts anew; one that nobody can read counts as none: the documents say themselves what they are. */
async function readNote(env: Settings): Promise<Note | undefined> {
  const text = await readFile(noteOf(env), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const note = noteSchema.parse(JSON.parse(text));
  return note.database === databaseIn(env) ? note : undefined;
}

/** The address holds a password: the note keeps only its hash. */
const databaseIn = ({ databaseUrl }: Settings) => createHash('sha256').update(databaseUrl).digest('hex');

/** A hash of the content files, without the code beside them. */
async function contentOfPackage(): Promise<string> {
  const folder = join(root, 'seed');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(ts|txt)$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${relative(folder, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
}
