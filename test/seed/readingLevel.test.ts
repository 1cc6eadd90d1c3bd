import { describe, expect, test } from 'vitest';
import { richTextOf, summaryOf } from '../../cms/library/inLocale.ts';
import type { Locale } from '../../cms/library/locales.ts';
import { fleschKincaidGrade, inflesz, sentencesIn, smogGrade, spanishSyllables } from '../support/readability.ts';
import { passagesOf, sampleLibrary } from '../support/sampleLibrary.ts';

const { documents } = await sampleLibrary();
const read = documents.filter(({ document }) => ['articles', 'faqs', 'materials'].includes(document.collection));

/** The library's own sentences: headings, lists and quoted words would make it look easier. */
function proseOf({ document }: (typeof read)[number], locale: Locale): string[] {
  const prose = passagesOf(richTextOf(document, locale)).filter(({ kind }) => kind === 'prose');
  return [summaryOf(document, locale), ...prose.map(({ text }) => text)];
}

/** Words of three syllables and more that a family meets in every conversation with a program, and that no shorter word replaces. */
const unavoidable = new Set(
  'family families medication medications medicine medicines counselor counselors recovery emergency residential intensive outpatient opioid opioids naloxone alcohol overdose clinician clinicians'.split(
    ' ',
  ),
);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe('English', () => {
  const grades = read.map((one) => ({ key: one.key, grade: fleschKincaidGrade(proseOf(one, 'en')) }));

  test('reads at grade 7 or below at the median, by Flesch-Kincaid', () => {
    expect(median(grades.map(({ grade }) => grade))).toBeLessThanOrEqual(7);
  });

  test('nowhere needs more than grade 9', () => {
    expect(grades.filter(({ grade }) => grade > 9).map(({ key, grade }) => `${key} ${grade.toFixed(1)}`)).toEqual([]);
  });

  test('is not much harder by SMOG, which counts long words alone', () => {
    const articles = read.filter(({ document }) => document.collection === 'articles');
    expect(median(articles.map((one) => smogGrade(proseOf(one, 'en'), unavoidable)))).toBeLessThanOrEqual(9);
  });
});

describe('Spanish', () => {
  const scores = read.map((one) => ({ key: one.key, score: inflesz(proseOf(one, 'es')) }));

  test('is fairly easy or easier at the median, by INFLESZ', () => {
    expect(median(scores.map(({ score }) => score))).toBeGreaterThanOrEqual(65);
  });

  test('is nowhere difficult', () => {
    expect(scores.filter(({ score }) => score < 55).map(({ key, score }) => `${key} ${score.toFixed(0)}`)).toEqual([]);
  });
});

describe('how reading is measured', () => {
  test.each([
    ['casa', 2],
    ['guitarra', 3],
    ['quien', 1],
    ['cuaderno', 3],
    ['leer', 2],
    ['día', 2],
    ['país', 2],
    ['averiguáis', 4],
    ['ley', 1],
    ['lingüística', 4],
    ['tratamiento', 4],
  ])('%s has %i syllables', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
  });

  test('a fragment is no sentence', () => {
    expect(sentencesIn('Call the team today. Not tomorrow', 'en')).toEqual(['Call the team today.']);
  });

  test('long sentences of long words are found out', () => {
    const hard = [
      'Notwithstanding considerable heterogeneity, psychoeducational interventions demonstrate comparatively substantial effectiveness internationally.',
    ];
    expect(fleschKincaidGrade(hard)).toBeGreaterThan(12);
    expect(smogGrade(hard, unavoidable)).toBeGreaterThan(12);
    expect(
      inflesz(['Indudablemente, consideraciones epidemiológicas interdisciplinarias determinan intervenciones psicoeducativas internacionales.']),
    ).toBeLessThan(20);
  });
});
