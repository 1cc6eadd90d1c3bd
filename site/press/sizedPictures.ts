import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import type { StoredFile } from '../../cms/library/types.ts';
import { type PictureFormat, picturePath, sharePicture, sharePicturePath } from '../pictures.ts';

type Original = () => Promise<Uint8Array>;

export interface SizedPictures {
  sized(file: StoredFile, width: number, format: PictureFormat, original: Original): Promise<Uint8Array>;
  /** The crop that goes with shared links. */
  shared(file: StoredFile, original: Original): Promise<Uint8Array>;
}

/** Qualities at which photographs show no blocks at these widths; AVIF's scale is its own. */
const quality: Record<PictureFormat, number> = { avif: 55, webp: 76 };

/** Makes pictures once and keeps them in `cacheDir` under their public name: an original never changes, so neither do they. */
export function sizedPictures(cacheDir: string): SizedPictures {
  const kept = async (name: string, make: () => Promise<Uint8Array>) => {
    const file = join(cacheDir, name);
    try {
      return await readFile(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const bytes = await make();
    await mkdir(cacheDir, { recursive: true });
    await writeFile(`${file}.${process.pid}.tmp`, bytes);
    await rename(`${file}.${process.pid}.tmp`, file);
    return bytes;
  };
  return {
    // autoOrient turns what a telephone held sideways; sharp drops all other metadata, the place where a photograph was taken included.
    sized: (file, width, format, original) =>
      kept(basename(picturePath(file, width, format)), async () =>
        sharp(await original())
          .autoOrient()
          .resize({ width, withoutEnlargement: true })
          .toFormat(format, { quality: quality[format] })
          .toBuffer(),
      ),
    shared: (file, original) =>
      kept(basename(sharePicturePath(file)), async () =>
        sharp(await original())
          .autoOrient()
          .resize(sharePicture.width, sharePicture.height, { fit: 'cover', position: 'attention' })
          .flatten({ background: '#fbf8f2' })
          .jpeg({ quality: 80 })
          .toBuffer(),
      ),
  };
}

/** Two strokes side by side on paper, without a word: a link to a sensitive guide shows nothing else to whoever looks on. */
const neutralDrawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  <rect width="1200" height="630" fill="#fbf8f2"/>
  <g fill="none" stroke-width="34" stroke-linecap="round">
    <path d="M470 470 C 520 360, 540 300, 560 160" stroke="#1b5c52"/>
    <path d="M610 470 C 660 380, 690 310, 720 220" stroke="#d98a12"/>
  </g>
</svg>`;

let neutral: Promise<Uint8Array> | undefined;

export function neutralPicture(): Promise<Uint8Array> {
  neutral ??= sharp(Buffer.from(neutralDrawing)).png({ palette: true }).toBuffer();
  return neutral;
}
