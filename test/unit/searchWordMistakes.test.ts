import { describe, expect, test } from 'vitest';
import { type PromotedRow, promotedMistakes, type SynonymRow, synonymMistakes } from '../../cms/globals/searchWordMistakes.ts';

const told = (mistakes: { path: string; message: { en: string; es: string } }[]) => mistakes.map(({ path, message }) => `${path}: ${message.en}`);

describe('groups of words', () => {
  const group = (locale: SynonymRow['locale'], ...words: string[]): SynonymRow => ({ locale, words });

  test.each<[string, SynonymRow[]]>([
    ['two words', [group('en', 'slip', 'relapse')]],
    ['a word in two groups', [group('en', 'alcoholism', 'drinking'), group('en', 'alcoholism', 'addiction')]],
    ['the same words in each language', [group('en', 'Narcan', 'naloxone'), group('es', 'Narcan', 'naloxone')]],
    ['no groups', []],
  ])('%s may stand', (_, rows) => {
    expect(synonymMistakes(rows)).toEqual([]);
  });

  test.each<[string, SynonymRow[], string[]]>([
    ['no words', [{ locale: 'en', words: null }], ['synonyms.0.words: Write at least two']],
    ['one word', [group('en', 'slip')], ['synonyms.0.words: Write at least two']],
    ['one word and spaces', [group('en', 'slip', '  ')], ['synonyms.0.words: Write at least two']],
    ['a word twice but for case, accents and spaces', [group('es', 'Recaída ', 'vicio', 'recaida')], ['synonyms.0.words: “Recaída” is here twice']],
    ['a group twice', [group('en', 'slip', 'relapse'), group('en', 'Relapse', 'slip')], ['synonyms.1.words: All of these words are in group 1']],
    [
      'a group inside a later one',
      [group('en', 'slip', 'relapse'), group('en', 'a', 'slip', 'relapse')],
      ['synonyms.0.words: All of these words are in group 2'],
    ],
    ['a group inside one of both languages', [group('both', 'a', 'b'), group('es', 'b', 'a')], ['synonyms.1.words: All of these words are in group 1']],
  ])('%s: refused at its place', (_, rows, wanted) => {
    const found = told(synonymMistakes(rows));
    expect(found).toHaveLength(wanted.length);
    for (const [index, start] of wanted.entries()) expect(found[index]).toContain(start);
  });
});

describe('answers that come first', () => {
  const answer = (locale: PromotedRow['locale'], words: string, value: unknown = 1): PromotedRow => ({
    locale,
    words,
    document: { relationTo: 'faqs', value },
  });

  test.each<[string, PromotedRow[]]>([
    ['two documents for the same words', [answer('en', 'gun', 1), answer('en', 'gun', 2)]],
    ['one document for other words', [answer('en', 'gun'), answer('en', 'rifle')]],
    ['the same in each language', [answer('en', 'IOP'), answer('es', 'IOP')]],
    ['rows that are not filled in yet', [{ locale: 'en', words: 'a' }, { words: 'a' }]],
  ])('%s may stand', (_, rows) => {
    expect(promotedMistakes(rows)).toEqual([]);
  });

  test.each<[string, PromotedRow[], string]>([
    ['no words', [answer('en', '  ')], 'promoted.0.words: Write the words'],
    ['the same twice', [answer('en', 'gun'), answer('en', ' Gun', { id: 1 })], 'promoted.1.words: Answer 1 already'],
    ['the same for both languages', [answer('both', 'miedo'), answer('es', 'Miedo')], 'promoted.1.words: Answer 1 already'],
  ])('%s: refused at its place', (_, rows, wanted) => {
    expect(told(promotedMistakes(rows))).toEqual([expect.stringContaining(wanted)]);
  });
});
