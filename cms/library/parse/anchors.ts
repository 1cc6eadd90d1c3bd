/** Gives each heading of one text its anchor: the heading's own words, with a number where the words were there before. */
export function anchorMaker(): (words: string) => string {
  const taken = new Set<string>();
  return (words) => {
    const base =
      words
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '') || 'section';
    let anchor = base;
    for (let number = 2; taken.has(anchor); number += 1) anchor = `${base}-${number}`;
    taken.add(anchor);
    return anchor;
  };
}
