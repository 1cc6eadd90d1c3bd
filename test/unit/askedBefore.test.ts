import { describe, expect, test } from 'vitest';
import { askedBefore } from '../../cms/admin/asked/askedBefore.ts';

const questions = [
  { id: 1, text: { en: 'What do I do after a relapse?', es: '¿Qué hago después de una recaída?' } },
  { id: 2, text: { en: 'Can the staff tell me how my husband is doing?', es: '¿El personal me puede decir cómo está mi esposo?' } },
  { id: 3, text: { en: 'How long does the program last?', es: '¿Cuánto dura el programa?' } },
  { id: 4, text: { es: '¿Puedo llevar a mis niños al grupo?' } },
  { id: 5, text: { en: 'Is the program in Spanish?' } },
];
const near = (words: string) => askedBefore(words, questions).map(({ question, locale }) => `${question.id} ${locale}`);

describe('the nearest questions', () => {
  test.each([
    ['he relapsed again', '1 en'],
    ['Despues de la RECAIDA', '1 es'],
    ['volvió a recaer', '1 es'],
    ['is my husband doing ok', '2 en'],
    ['how long is it', '3 en'],
    ['¿puedo ir con niños?', '4 es'],
  ])('to “%s”', (words, first) => {
    expect(near(words)[0]).toBe(first);
  });

  test('are those with the rarer word first', () => {
    expect(near('the Spanish program').slice(0, 2)).toEqual(['5 en', '3 en']);
  });

  test('are each shown once, in the language in which the words meet best', () => {
    expect(near('relapse recaída')).toEqual(['1 en']);
  });

  test.each(['', 'how do I', '¿qué es?', 'parking garage', '<b>(.*)</b>', '\u0000'])('to “%s” are none', (words) => {
    expect(near(words)).toEqual([]);
  });

  test('are those with another word for the same, in the language of that word', () => {
    const synonyms = [
      { locale: 'en' as const, words: ['staff', 'Care Team'] },
      { locale: 'es' as const, words: ['recaída', 'volvió a tomar'] },
    ];
    const found = (words: string) => askedBefore(words, questions, synonyms).map(({ question, locale }) => `${question.id} ${locale}`);
    expect(found('Who is the care team?')).toEqual(['2 en']);
    expect(found('VOLVIO a tomar.')).toEqual(['1 es']);
    expect(found('careful teamwork')).toEqual([]);
  });

  test('are five at most', () => {
    const many = Array.from({ length: 9 }, (_, id) => ({ id, text: { en: `Parking number ${id}?` } }));
    expect(askedBefore('parking', many)).toHaveLength(5);
  });
});
