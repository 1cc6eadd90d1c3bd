import { describe, expect, test } from 'vitest';
import { richTextOf } from '../../cms/library/inLocale.ts';
import { type Locale, locales } from '../../cms/library/locales.ts';
import { keyOf } from '../../cms/library/rowKey.ts';
import { stages } from '../../cms/library/sections.ts';
import type { Article } from '../../cms/library/types.ts';
import { sentencesIn } from '../support/readability.ts';
import { passagesOf, sampleLibrary } from '../support/sampleLibrary.ts';
import { textsOf } from '../support/sampleTexts.ts';

const { documents } = await sampleLibrary();
const guides = documents.flatMap(({ key, document }) => (document.collection === 'articles' ? [{ key, guide: document }] : []));
const known = new Set(documents.map(({ key }) => key));

const lacking = (lacks: (guide: Article) => boolean) => guides.filter(({ guide }) => lacks(guide)).map(({ key }) => key);
const wordsOf = (guide: Article, locale: Locale) =>
  textsOf(guide, locale)
    .map(({ text }) => text)
    .join('\n');
const leadsTo = (guide: Article, collection: string) => guide.related.some((ref) => ref.collection === collection);

const today: Record<Locale, RegExp> = { en: /\b(today|tonight|this week|right now|now)\b/i, es: /\b(hoy|esta noche|esta semana|ahora)\b/i };
const worry: Record<Locale, RegExp> = { en: /\b(911|988|call the program|call the team)\b/i, es: /\b(911|988|llame al programa|llame al equipo)\b/i };
const program: Record<Locale, RegExp> = { en: /\b(the program|the team|counselor)\b/i, es: /\b(el programa|el equipo|del programa|del equipo|consejer[oa])/i };

describe('each guide', () => {
  test('stands on a station of the path or is for a setback', () => {
    expect(lacking(({ stage, setback }) => !(setback || (stage && stages.includes(stage))))).toEqual([]);
  });

  describe.each(locales)('in %s', (locale) => {
    test('answers in a summary of two sentences', () => {
      expect(lacking((guide) => sentencesIn(guide.text[locale]?.summary ?? '', locale).length !== 2)).toEqual([]);
    });

    test('runs to 600 to 1,200 words', () => {
      const lengths = guides.map(({ key, guide }) => ({
        key,
        words: passagesOf(richTextOf(guide, locale)).reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0),
      }));
      expect(lengths.filter(({ words }) => words < 600 || words > 1_200)).toEqual([]);
    });

    test('gives words to say and words to avoid', () => {
      const kinds = (guide: Article) => new Set(passagesOf(richTextOf(guide, locale)).map(({ kind }) => kind));
      expect(lacking((guide) => !kinds(guide).has('say') || !kinds(guide).has('avoid'))).toEqual([]);
    });

    test('names something to do today, when to worry and whom to call, and what the program does', () => {
      for (const pattern of [today[locale], worry[locale], program[locale]]) expect(lacking((guide) => !pattern.test(wordsOf(guide, locale)))).toEqual([]);
    });
  });

  test('leads on to a question, a term and a workshop, and at least two other guides or hand-outs', () => {
    for (const collection of ['faqs', 'terms', 'workshops'])
      expect(
        lacking((guide) => !leadsTo(guide, collection)),
        collection,
      ).toEqual([]);
    expect(lacking((guide) => guide.related.filter(({ collection }) => collection === 'articles' || collection === 'materials').length < 2)).toEqual([]);
  });

  test('leads only to what is there', () => {
    expect(guides.flatMap(({ key, guide }) => guide.related.filter((ref) => !known.has(ref.id as never)).map((ref) => `${key} → ${keyOf(ref)}`))).toEqual([]);
  });

  test('is reached from another document', () => {
    const reached = new Set(
      documents.flatMap(({ key, document }) => {
        const named = [...JSON.stringify(document).matchAll(/"(articles\/[a-z0-9-]+)"/g)].flatMap(([, found]) => found ?? []);
        return named.filter((found) => found !== key);
      }),
    );
    expect(guides.filter(({ key }) => !reached.has(key)).map(({ key }) => key)).toEqual([]);
  });
});
