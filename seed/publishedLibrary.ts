import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import sharp from 'sharp';
import { documentFrom, Fields, mediaFrom, personFrom, placeFrom, programFrom, searchSettingsFrom } from '../cms/library/parse/index.ts';
import { publicCollections } from '../cms/library/sections.ts';
import type { Instant, Library, StoredFile } from '../cms/library/types.ts';
import { publishedRow } from './publishedRow.ts';
import { readSeed, type SeedFile } from './readSeed.ts';
import { inEveryLanguage, type Key } from './tree.ts';

const mimeTypes: Record<string, string> = { '.pdf': 'application/pdf', '.svg': 'image/svg+xml' };
/** The letters of a short link. */
const letters = 'bcdfghjkmnpqrstvwxz';

/** The sample library as the press reads it, without a CMS or a database: keys stand for ids, and every document was published at `at`. */
export async function publishedLibrary(at: Instant = '2026-11-23T12:00:00.000Z'): Promise<Library> {
  const seed = await readSeed();
  const files = new Map((await Promise.all([...seed.files.values()].map(storedFile))).map((file) => [file.id, file]));
  const beside = { files, calendars: new Map() };
  const idOf = (key: Key) => key;
  const rows = seed.documents.map(({ key, collection, data }, index) => {
    const row = publishedRow({ data }, idOf, at);
    const name = key.slice(key.indexOf('/') + 1);
    // What has no slug of its own gets one from its title in the CMS.
    const slug = { en: name, es: name, ...(row.slug as object | undefined) };
    return { key, collection, row: { id: key, code: codeOf(index), ...row, slug } };
  });
  const of = (collection: string) => rows.filter((row) => row.collection === collection);
  const global = (slug: string) => {
    const found = seed.globals.find((one) => one.slug === slug);
    if (!found) throw new Error(`The sample library has no ${slug}.yaml.`);
    return new Fields(inEveryLanguage(found.data, idOf));
  };
  const documents = Object.fromEntries(
    publicCollections.map((collection) => [collection, new Map(of(collection).map(({ key, row }) => [key, documentFrom(collection, row, { beside })]))]),
  ) as unknown as Library['documents'];
  return {
    documents,
    media: new Map(of('media').map(({ key, row }) => [key, mediaFrom(new Fields(row), 'published', beside)])),
    places: new Map(of('places').map(({ key, row }) => [key, placeFrom(new Fields(row))])),
    people: new Map(of('people').map(({ key, row }) => [key, personFrom(new Fields(row))])),
    reviews: new Map(),
    addresses: new Map(),
    program: programFrom(global('program')),
    search: searchSettingsFrom(global('searchSettings')),
    asOf: at,
  };
}

async function storedFile({ name, path, sha256 }: SeedFile): Promise<StoredFile> {
  const mimeType = mimeTypes[extname(name)] ?? 'application/octet-stream';
  const { width, height } = mimeType.startsWith('image/') ? await sharp(path).metadata() : {};
  return { id: `files/${name}`, filename: name, mimeType, bytes: (await stat(path)).size, sha256, ...(width && height ? { width, height } : {}) };
}

/** Six letters that are another document's for no two indexes. */
function codeOf(index: number): string {
  let rest = index;
  return Array.from({ length: 6 }, () => {
    const letter = letters[rest % letters.length] ?? '';
    rest = Math.floor(rest / letters.length);
    return letter;
  }).join('');
}
