/** Words without case and accents. */
export function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** From how many letters on Algolia forgives one typo, and two. */
export interface Forgiveness {
  one: number;
  two: number;
}

/** How many typos `word` has against what was typed, as far as they are forgiven. A beginning is enough for the last word that was typed. */
export function typosOf(word: string, typed: string, prefix: boolean, { one, two }: Forgiveness): number | undefined {
  if (word === typed || (prefix && word.startsWith(typed))) return 0;
  const allowed = typed.length >= two ? 2 : typed.length >= one ? 1 : 0;
  if (allowed === 0 || Math.abs(word.length - typed.length) > (prefix ? Math.max(allowed, word.length) : allowed)) return undefined;
  const candidates = prefix ? [typed.length - 1, typed.length, typed.length + 1].map((length) => word.slice(0, length)) : [word];
  // A wrong first letter counts twice.
  const typos = Math.min(...candidates.map((candidate) => distance(candidate, typed) + Number(candidate[0] !== typed[0])));
  return typos <= allowed ? typos : undefined;
}

/** Insertions, deletions, substitutions and swapped neighbours. */
function distance(a: string, b: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        Number(row?.[j]) + 1,
        Number(next[j - 1]) + 1,
        Number(row?.[j - 1]) + Number(a[i - 1] !== b[j - 1]),
        swapped ? Number(before?.[j - 2]) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row as number[], next];
  }
  return Number(row?.[b.length]);
}
