import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { locales } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import { extensionOf } from '../../cms/library/queries/handouts.ts';
import type { Library, StoredFile } from '../../cms/library/types.ts';
import { drawingPath, isResized, pictureFormats, picturePath, pictureWidths, sharePicture, sharePicturePath } from '../pictures.ts';
import { ranks, type SiteFile } from './siteFiles.ts';
import { neutralPicture, type SizedPictures } from './sizedPictures.ts';

/** A file that is an upload, or made from one. The name of a picture already says which original it is of. */
export type LibraryFile = SiteFile & { bytes(): Promise<Uint8Array> };

/** Every file that the library brings to the site: handouts, pictures in their sizes, and the neutral picture. */
export function* libraryFiles(library: Library, filesDir: string, pictures: SizedPictures): Generator<LibraryFile> {
  const original = (file: StoredFile) => readFile(join(filesDir, basename(file.filename)));
  const needed = (path: string, version: string, bytes: () => Promise<Uint8Array>): LibraryFile => ({ path, version, rank: ranks.needed, bytes });
  yield needed(sharePicture.neutralPath, '', neutralPicture);
  for (const material of library.documents.materials.values()) {
    for (const locale of locales) {
      const file = material.text[locale]?.file;
      if (file) yield needed(paths.materialFile(locale, material.code, extensionOf(file)), `${file.id} ${file.sha256}`, () => original(file));
    }
  }
  for (const { file } of library.media.values()) {
    if (!isResized(file)) {
      yield needed(drawingPath(file), '', () => original(file));
      continue;
    }
    for (const width of pictureWidths(file)) {
      for (const format of pictureFormats) yield needed(picturePath(file, width, format), '', () => pictures.sized(file, width, format, () => original(file)));
    }
    yield needed(sharePicturePath(file), '', () => pictures.shared(file, () => original(file)));
  }
}
