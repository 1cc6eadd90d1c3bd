import { describe, expect, test } from 'vitest';
import type { StoredFile } from '../../cms/library/types.ts';
import { pictureSources, pictureWidths } from '../../site/pictures.ts';

const file = (width: number | undefined, mimeType = 'image/jpeg'): StoredFile => ({
  id: '1',
  filename: 'a.jpg',
  mimeType,
  bytes: 1,
  sha256: 'abc',
  width,
  height: 600,
});

describe('the sizes of a picture', () => {
  test.each([
    [4000, [480, 960, 1600]],
    [1600, [480, 960, 1600]],
    [1200, [480, 960, 1200]],
    [480, [480]],
    [200, [200]],
    [undefined, [480, 960, 1600]],
  ])('of %s pixels are %j: never larger than the original', (width, widths) => {
    expect(pictureWidths(file(width))).toEqual(widths);
  });

  test('are offered in AVIF first, and a WebP of middle size is the fall-back', () => {
    const { sources, src } = pictureSources(file(1200));
    expect(sources[0]).toEqual({ type: 'image/avif', srcset: '/media/abc-480.avif 480w, /media/abc-960.avif 960w, /media/abc-1200.avif 1200w' });
    expect(src).toBe('/media/abc-960.webp');
  });

  test('a drawing is served as it is', () => {
    expect(pictureSources(file(300, 'image/svg+xml'))).toMatchObject({ sources: [], src: '/media/abc.svg' });
  });
});
