import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { locales } from '../../cms/library/locales.ts';
import { paths } from '../../cms/library/paths.ts';
import { extensionOf } from '../../cms/library/queries/handouts.ts';
import type { Library, StoredFile } from '../../cms/library/types.ts';
import { drawingPath, isResized, pictureFormats, picturePath, pictureWidths, sharePicture, sharePicturePath } from '../pictures.ts';
import { neutralPicture, type SizedPictures } from './sizedPictures.ts';

/** A file of the site that is not a page: where it stands, and how to come by its bytes. */
export interface SiteFile {
  path: string;
  bytes(): Promise<Uint8Array>;
}

/** Every file that the library brings to the site: handouts, pictures in their sizes, and the neutral picture. */
export function* filesOf(library: Library, filesDir: string, pictures: SizedPictures): Generator<SiteFile> {
  const original = (file: StoredFile) => readFile(join(filesDir, basename(file.filename)));
  yield { path: sharePicture.neutralPath, bytes: neutralPicture };
  for (const material of library.documents.materials.values()) {
    for (const locale of locales) {
      const file = material.text[locale]?.file;
      if (file) yield { path: paths.materialFile(locale, material.code, extensionOf(file)), bytes: () => original(file) };
    }
  }
  for (const { file } of library.media.values()) {
    if (!isResized(file)) {
      yield { path: drawingPath(file), bytes: () => original(file) };
      continue;
    }
    for (const width of pictureWidths(file)) {
      for (const format of pictureFormats)
        yield { path: picturePath(file, width, format), bytes: () => pictures.sized(file, width, format, () => original(file)) };
    }
    yield { path: sharePicturePath(file), bytes: () => pictures.shared(file, () => original(file)) };
  }
}
