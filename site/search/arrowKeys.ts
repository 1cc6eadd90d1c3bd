/**
 * Lets the arrow keys go from the box into the suggestions and back; true where the key was one of theirs. Escape closes them, which is for the caller.
 */
export function moveByArrow(key: string, within: HTMLElement): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const stops = [...within.querySelectorAll<HTMLElement>('input[type=search], .search-suggestions a')];
  const held = document.activeElement;
  const at = held instanceof HTMLElement ? stops.indexOf(held) : -1;
  const next = stops[at + (key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return false;
  next.focus();
  return true;
}
