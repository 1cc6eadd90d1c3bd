import type { StoredFile } from '../cms/library/types.ts';

/** Widths in pixels in which a picture is offered, up to the largest; a smaller original is offered in its own width as the largest. */
const smallerWidths = [480, 960] as const;
const largestWidth = 1600;

/** Modern formats, the smaller first; every current browser reads the second, which is also the fall-back. */
export const pictureFormats = ['avif', 'webp'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** Pictures that sharp resizes. An SVG is drawn at any size as it is; it was refused at upload if it could do more than draw. */
const resized: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'image/tiff']);

export function isResized(file: StoredFile): boolean {
  return resized.has(file.mimeType);
}

export function pictureWidths(file: StoredFile): [number, ...number[]] {
  const largest = Math.min(file.width ?? largestWidth, largestWidth);
  const [first = largest, ...others] = [...smallerWidths.filter((width) => width < largest), largest];
  return [first, ...others];
}

/** Where a picture's bytes stand: under the hash of its original, so that another picture is another address. */
export function picturePath(file: StoredFile, width: number, format: PictureFormat): string {
  return `/media/${file.sha256}-${width}.${format}`;
}

/** Where an SVG stands. */
export function drawingPath(file: StoredFile): string {
  return `/media/${file.sha256}.svg`;
}

/** The crop that social networks and messengers show beside a shared link. */
export const sharePicture = { width: 1200, height: 630, neutralPath: '/share.png' } as const;

export function sharePicturePath(file: StoredFile): string {
  return `/media/${file.sha256}-share.jpg`;
}

export interface PictureSources {
  /** For `<source>`, in order; none for a drawing. */
  sources: { type: `image/${PictureFormat}`; srcset: string }[];
  src: string;
  /** Of the original, so that the page keeps its place before the picture comes. */
  width?: number;
  height?: number;
}

/** All that a `<picture>` needs to show a stored file. */
export function pictureSources(file: StoredFile): PictureSources {
  const { width, height } = file;
  if (!isResized(file)) return { sources: [], src: drawingPath(file), width, height };
  const widths = pictureWidths(file);
  return {
    sources: pictureFormats.map((format) => ({
      type: `image/${format}` as const,
      srcset: widths.map((each) => `${picturePath(file, each, format)} ${each}w`).join(', '),
    })),
    src: picturePath(file, widths.findLast((each) => each <= 960) ?? widths[0], 'webp'),
    width,
    height,
  };
}
