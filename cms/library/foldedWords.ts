/** Letters without case and accents, so that 'Recaída' and 'recaida' are the same. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text as they are compared: folded, without apostrophes ('won’t' is 'wont') and whatever else is no letter or digit. */
export function foldedWords(text: string): string[] {
  return folded(text)
    .replace(/['’‘`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
