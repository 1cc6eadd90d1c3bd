import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Payload } from 'payload';
import sharp from 'sharp';
import { contentType } from '../../../site/press/contentType.ts';
import type { Library } from '../../library/types.ts';
import { type AskedDraft, readDraft } from './readDraft.ts';

export interface PreviewFile {
  type: string;
  bytes: Uint8Array;
}

/** As wide as the site shows a picture. */
const widest = 1600;

/** What a page brings along: `assets/…` of the built templates, and `media/…`, which for a draft may not stand on the site yet. */
export function previewFiles({ payload, clientDir, filesDir }: { payload: Payload; clientDir: string; filesDir: string }) {
  return async (folder: string, name: string): Promise<PreviewFile | undefined> => {
    if (name !== basename(name) || name.startsWith('.')) return undefined;
    return folder === 'assets' ? asset(join(clientDir, 'assets', name)) : folder === 'media' ? picture(payload, filesDir, name) : undefined;
  };
}

/** The file that a draft of a material hands out. */
export async function draftHandout(
  { payload, filesDir }: { payload: Payload; filesDir: string },
  library: Library,
  asked: AskedDraft,
): Promise<PreviewFile | undefined> {
  const document = (await readDraft(payload, library, asked))?.document;
  const file = document?.collection === 'materials' ? document.text[asked.locale]?.file : undefined;
  const bytes = file && (await bytesOf(join(filesDir, basename(file.filename))));
  return file && bytes && { type: contentType(file.filename), bytes };
}

async function asset(path: string): Promise<PreviewFile | undefined> {
  const bytes = await bytesOf(path);
  if (!bytes) return undefined;
  // A style sheet names its fonts from the root of the site; here they stand beside it.
  return { type: contentType(path), bytes: path.endsWith('.css') ? Buffer.from(bytes.toString().replaceAll('url(/assets/', 'url(./')) : bytes };
}

/** A picture under the name that the site will give it, made anew each time and kept nowhere. Resizing also drops where a photograph was taken. */
async function picture(payload: Payload, filesDir: string, name: string): Promise<PreviewFile | undefined> {
  const [, sha256, width] = /^([0-9a-f]{64})(?:-(\d{1,4})\.(?:avif|webp)|\.svg)$/.exec(name) ?? [];
  if (!sha256) return undefined;
  const { docs } = await payload.find({
    collection: 'files',
    where: { sha256: { equals: sha256 } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  const file = docs[0];
  const isDrawing = file?.mimeType === 'image/svg+xml';
  if (!file?.filename || isDrawing !== (width === undefined)) return undefined;
  const original = await bytesOf(join(filesDir, basename(file.filename)));
  if (!original) return undefined;
  if (isDrawing) return { type: 'image/svg+xml', bytes: original };
  const bytes = await sharp(original)
    .autoOrient()
    .resize({ width: Math.min(Number(width), widest), withoutEnlargement: true })
    .webp({ quality: 76 })
    .toBuffer();
  return { type: 'image/webp', bytes };
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
