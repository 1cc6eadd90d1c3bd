import type { Library } from '../../../cms/library/types.ts';
import type { LibraryChanges } from '../../../cms/library/updateLibrary.ts';

type Beside = (library: Library, which: number, words: string) => LibraryChanges;

const entry = <T>(map: ReadonlyMap<string, T>, which: number): [string, T] | undefined => [...map][which % Math.max(1, map.size)];
const days = (library: Library, number: number) => new Date(Date.parse(library.asOf) + number * 86_400_000).toISOString();

/** Changes of what stands behind the pages: the program, pictures, places, people. */
export const besides: readonly Beside[] = [
  ({ asOf, program }, _which, words) => ({ asOf, program: { ...program, phone: words } }),
  ({ asOf, program }, _which, words) => ({ asOf, program: { ...program, name: words } }),
  ({ asOf, program }, which) => ({
    asOf,
    program: { ...program, crisisLines: program.crisisLines.toSpliced(which % 6, 1, ...program.crisisLines.slice(which % 6).reverse()).slice(0, 8) },
  }),
  (library, which, words) => {
    const { notice: _, ...program } = library.program;
    return { asOf: library.asOf, program: which % 3 ? { ...program, notice: { text: { en: words, es: words }, until: days(library, which % 9) } } : program };
  },
  (library, which, words) => {
    const from = days(library, which % 20).slice(0, 10);
    return { asOf: library.asOf, program: { ...library.program, closures: which % 3 ? [{ from, to: from, reason: { en: words, es: words } }] : [] } };
  },
  ({ asOf, media }, which, words) => {
    const [id, picture] = entry(media, which) ?? [];
    return id && picture
      ? { asOf, media: [[id, which % 7 ? { ...picture, text: { ...picture.text, en: { alt: words, caption: words } } } : undefined]] }
      : { asOf };
  },
  ({ asOf, places }, which, words) => {
    const [id, place] = entry(places, which) ?? [];
    return id && place ? { asOf, places: [[id, which % 7 ? { ...place, address: words } : undefined]] } : { asOf };
  },
  ({ asOf, people }, which, words) => {
    const [id, person] = entry(people, which) ?? [];
    return id && person ? { asOf, people: [[id, which % 7 ? { ...person, name: words } : undefined]] } : { asOf };
  },
];
