import { folded } from '../../cms/library/foldedWords.ts';
import type { Segment } from './provider.ts';

/** Cuts a text at an engine's own marks: `a <open>b<close> c` is a, b (marked), c. Marks that do not pair end with the text. */
export function segmentsBetween(text: string, open: string, close: string): Segment[] {
  const [first = '', ...rest] = text.split(open);
  const cut = [
    { text: first.replaceAll(close, ''), marked: false },
    ...rest.flatMap((piece) => {
      const [marked = '', ...after] = piece.split(close);
      return [
        { text: marked, marked: true },
        { text: after.join(''), marked: false },
      ];
    }),
  ];
  return joined(cut.filter((segment) => segment.text));
}

/** Marks the words of a text that begin like a searched word, whatever their case and accents. For titles, which Pagefind does not mark itself. */
export function segmentsOf(text: string, searched: string): Segment[] {
  const wanted = (searched.match(word) ?? []).map(folded);
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    const isWanted = wanted.some((one) => alike(folded(match[0]), one));
    if (!isWanted) continue;
    segments.push({ text: text.slice(end, match.index), marked: false }, { text: match[0], marked: true });
    end = match.index + match[0].length;
  }
  segments.push({ text: text.slice(end), marked: false });
  return joined(segments.filter((segment) => segment.text));
}

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** A searched word may be the beginning of a word ('bound', 'boundary') or, from six letters on, a longer form of it ('boundaries', 'boundary'). */
function alike(found: string, wanted: string): boolean {
  if (found.startsWith(wanted)) return true;
  const stem = wanted.slice(0, Math.max(5, wanted.length - 3));
  return wanted.length > 5 && found.length <= wanted.length && found.startsWith(stem);
}

function joined(segments: Segment[]): Segment[] {
  return segments.reduce<Segment[]>((all, segment) => {
    const last = all.at(-1);
    if (last?.marked === segment.marked) last.text += segment.text;
    else all.push({ ...segment });
    return all;
  }, []);
}
