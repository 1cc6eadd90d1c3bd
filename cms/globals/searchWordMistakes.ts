import type { Misfit } from '../fields/misfits.ts';
import { said } from '../fields/said.ts';

/** The languages in whose search a row holds. */
export type RowLanguage = 'en' | 'es' | 'both';

export interface SynonymRow {
  locale?: RowLanguage | null;
  words?: (string | null)[] | null;
}

export interface PromotedRow {
  locale?: RowLanguage | null;
  words?: string | null;
  document?: { relationTo: string; value: unknown } | null;
}

/** Groups of words that no search could use, or that are there already. Nothing where all may stand. */
export function synonymMistakes(rows: readonly SynonymRow[]): Misfit[] {
  const groups = rows.map(({ locale, words }) => ({ locale, words: (words ?? []).map((word) => plain(word)).filter(Boolean) }));
  return groups.flatMap(({ locale, words }, index): Misfit[] => {
    const path = `synonyms.${index}.words`;
    const twice = words.find((word, position) => words.indexOf(word) !== position);
    const distinct = new Set(words);
    if (twice !== undefined) return [{ path, message: wordTwice(written(rows[index]?.words, twice)) }];
    if (distinct.size < 2) return [{ path, message: tooFew }];
    const within = groups.findIndex(
      (other, position) =>
        position !== index && meet(locale, other.locale) && [...distinct].every((word) => other.words.includes(word)) && isFirst(other.words, position),
    );
    return within === -1 ? [] : [{ path, message: groupTwice(within + 1) }];

    /** Of two groups that are the same, the later one is told. */
    function isFirst(other: readonly string[], position: number) {
      return new Set(other).size > distinct.size || position < index;
    }
  });
}

/** Answers that come first for no words, or twice for the same. */
export function promotedMistakes(rows: readonly PromotedRow[]): Misfit[] {
  return rows.flatMap((row, index): Misfit[] => {
    const path = `promoted.${index}.words`;
    const words = plain(row.words);
    if (!words) return [{ path, message: noWords }];
    const same = rows.findIndex((other) => plain(other.words) === words && meet(row.locale, other.locale) && documentKey(other) === documentKey(row));
    return row.document && same < index ? [{ path, message: promotedTwice(same + 1) }] : [];
  });
}

/** Names the document of a row, to compare it with another's. */
export function documentKey({ document }: PromotedRow): string {
  if (!document) return '';
  const value: unknown = document.value;
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return `${document.relationTo}:${String(id)}`;
}

/** As search compares words: without case, accents and more than one space. */
function plain(word: string | null | undefined): string {
  return (word ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function meet(one: RowLanguage | null | undefined, other: RowLanguage | null | undefined): boolean {
  return one === other || one === 'both' || other === 'both';
}

/** A word as an editor wrote it. */
function written(words: SynonymRow['words'], wanted: string): string {
  return words?.find((word) => plain(word) === wanted)?.trim() ?? wanted;
}

const tooFew = said(
  'Write at least two words that mean the same, or remove this group.',
  'Escriba al menos dos palabras que signifiquen lo mismo, o quite este grupo.',
);
const wordTwice = (word: string) =>
  said(`“${word}” is here twice. Capital letters and accents do not count.`, `«${word}» está dos veces. Las mayúsculas y los acentos no cuentan.`);
const groupTwice = (row: number) =>
  said(
    `All of these words are in group ${row} already. Remove this group, or add a word.`,
    `Todas estas palabras ya están en el grupo ${row}. Quite este grupo o agregue una palabra.`,
  );
const noWords = said('Write the words that somebody types.', 'Escriba las palabras que alguien escribe en el buscador.');
const promotedTwice = (row: number) =>
  said(
    `Answer ${row} already shows this document first for these words. Remove one of the two.`,
    `La respuesta ${row} ya muestra primero este documento para estas palabras. Quite una de las dos.`,
  );
