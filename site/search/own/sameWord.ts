/** How alike two folded words are: 1 for the same, less for two forms of one ('boundary', 'boundaries'; 'recae', 'recaída'), 0 for different ones. */
export function sameWord(a: string, b: string): number {
  if (a === b) return 1;
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  const [endA, endB] = [a.length - shared, b.length - shared];
  if (shared === 3 && endA + endB === 1) return 0.85;
  return shared >= 4 && endA <= 3 && endB <= 3 && shared >= 0.6 * Math.max(a.length, b.length) ? 0.85 : 0;
}
