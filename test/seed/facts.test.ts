import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../cms/library/locales.ts';
import type { AnyDocument } from '../../cms/library/types.ts';
import { sampleLibrary } from '../support/sampleLibrary.ts';
import { textsOf } from '../support/sampleTexts.ts';

const { documents, program } = await sampleLibrary();

const digits = (text: string) => text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
const known = new Set([digits(program.phone), ...program.crisisLines.flatMap(({ call, textTo, tty }) => [call, textTo, tty].map(digits))]);

/** Telephone numbers as people write them, and the short codes to call or text. Made-up numbers of places (555-01xx) are the places' own. */
function numbersIn(text: string): string[] {
  const long = text.match(/(?:\b1[-. ])?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b/g) ?? [];
  const short = [
    ...text.matchAll(
      /\b(?:call|text|dial|to|al|llame|marque|texto)\s+(\d{3}|\d{5,6})\b(?! ?(?:%|percent|por ciento|hours|horas|minutes|minutos|people|personas))/gi,
    ),
  ].flatMap(([, code]) => code ?? []);
  return [...long, ...short];
}

/** What only a source can say: shares, doses, years, laws, and claims of what helps. */
const claims: Record<Locale, RegExp> = {
  en: /\b\d+(\.\d+)? ?(%|percent|mg|trials?|studies)\b|\b(19|20)\d\d\b|\b(studies|research|trials|evidence) (show|shows|found|finds|say|says|suggest)|\b(42 CFR|HIPAA|federal law|FDA|approved)\b/i,
  es: /\b\d+([.,]\d+)? ?(%|por ciento|mg|ensayos|estudios)|\b(19|20)\d\d\b|\b(estudios|investigaciones|ensayos|evidencia)\b.{0,20}\b(muestran|muestra|encontraron|indican|dicen)|\b(42 CFR|HIPAA|ley federal|FDA|aprobad[oa])\b/i,
};

/** Of documents that have no list of sources: such as a term, which may name a law and may give no figure. */
const figures = /\b\d+([.,]\d+)? ?(%|percent|por ciento|mg|trials?|ensayos|studies|estudios)/i;

function sourcesOf(document: AnyDocument): readonly { url: string }[] {
  return 'sources' in document ? document.sources : [];
}

describe.each(locales)('facts in %s', (locale) => {
  const texts = documents.map(({ key, document }) => ({
    key,
    document,
    text: textsOf(document, locale)
      .map(({ text }) => text)
      .join('\n'),
  }));

  test("telephone numbers and short codes are the program's", () => {
    expect(
      texts.flatMap(({ key, text }) =>
        numbersIn(text)
          .filter((number) => !known.has(digits(number)))
          .map((number) => `${key}: ${number}`),
      ),
    ).toEqual([]);
  });

  test('what needs a source has one', () => {
    const unsourced = texts.flatMap(({ key, document, text }) => {
      const found = ('sources' in document ? claims[locale] : figures).exec(text);
      return found && sourcesOf(document).length === 0 ? [`${key}: …${text.slice(Math.max(0, found.index - 40), found.index + 40)}…`] : [];
    });
    expect(unsourced).toEqual([]);
  });
});

/** Where the facts of this library come from: each was read, and says what is stated. Another source is added here by whoever has read it. */
const read = [
  'aetna.com',
  'samhsa.gov',
  'midshorebehavioralhealth.org',
  'ncbi.nlm.nih.gov',
  'doi.org',
  'repub.eur.nl',
  '988lifeline.org',
  'drugfree.org',
  'shatterproof.org',
  'cdph.ca.gov',
  'nabp.pharmacy',
  'fda.gov',
  'ahrq.gov',
  'ojp.gov',
  'thehotline.org',
  'childhelphotline.org',
  'hrsa.gov',
  'ecfr.gov',
  'hhs.gov',
  'docplayer.net',
  'al-anon.org',
  'smartrecovery.org',
  'statnews.com',
  'nih.gov',
  'federalregister.gov',
  'mondaq.com',
];

describe('sources', () => {
  test('are those that were read', () => {
    const others = documents.flatMap(({ key, document }) =>
      sourcesOf(document).flatMap(({ url }) => (read.some((host) => `.${new URL(url).hostname}`.endsWith(`.${host}`)) ? [] : [`${key}: ${url}`])),
    );
    expect(others).toEqual([]);
  });

  test('of each guide are there', () => {
    expect(documents.filter(({ document }) => document.collection === 'articles' && document.sources.length === 0).map(({ key }) => key)).toEqual([]);
  });
});

describe('how facts are found', () => {
  test.each([
    ['Call 1-800-555-1234 now.', ['1-800-555-1234']],
    ['Text START to 88788.', ['88788']],
    ['Llame al 911.', ['911']],
    ['Between 40 and 60 percent.', []],
  ])('%s', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });

  test('a share and a law are claims', () => {
    for (const text of ['40 percent', 'Studies show that it helps.', 'HIPAA allows it.']) expect(text).toMatch(claims.en);
    for (const text of ['40 por ciento', 'los estudios muestran que ayuda', 'la ley federal']) expect(text).toMatch(claims.es);
    expect('Call the team today.').not.toMatch(claims.en);
  });
});
