import type { Card } from '../../cms/library/queries/card.ts';

/** Cards that are in the order of their titles, under the letter with which each begins; accents do not count, except that Ñ is a letter. */
export function byLetter(cards: readonly Card[]): { letter: string; cards: Card[] }[] {
  return [...Map.groupBy(cards, (card) => letterOf(card.title))].map(([letter, group]) => ({ letter, cards: group }));
}

function letterOf(title: string): string {
  const first = title.trim().charAt(0).toLocaleUpperCase();
  return first === 'Ñ' ? first : first.normalize('NFD').charAt(0);
}
