import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../cms/library/locales.ts';
import { wordsIn } from '../support/readability.ts';
import { sampleLibrary } from '../support/sampleLibrary.ts';
import { textsOf } from '../support/sampleTexts.ts';

const runLength = 8;

/** What is said in the same words everywhere, on purpose: whom to call in an emergency, and names. */
const shared: Record<Locale, RegExp> = {
  en: /\b(911|988|88788|1 800|hotline|helpline|press 2|substance use disorder|national institute|poison help|do(es)? not breathe|what the dispatcher)\b/,
  es: /(911|988|1 800|799 7233|línea nacional|línea de ayuda|marque (el )?2|ayuda por mensaje|trastorno por consumo|instituto nacional|no respira|haga lo que le|40 y el 60)/,
};

function runsOf(text: string, locale: Locale): Set<string> {
  const words = wordsIn(text.toLowerCase(), locale);
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= words.length; at += 1) runs.add(words.slice(at, at + runLength).join(' '));
  return runs;
}

function sharedRuns(texts: readonly { key: string; passages: readonly string[] }[], locale: Locale): string[] {
  const firstWith = new Map<string, string>();
  const found: string[] = [];
  for (const { key, passages } of texts) {
    for (const run of new Set(passages.flatMap((text) => [...runsOf(text, locale)]))) {
      const other = firstWith.get(run);
      if (other === undefined) firstWith.set(run, key);
      else if (other !== key && !shared[locale].test(run)) found.push(`${other} and ${key}: ${run}`);
    }
  }
  return found;
}

const { documents } = await sampleLibrary();

describe.each(locales)('in %s', (locale) => {
  test('no document repeats a run of eight words of another', () => {
    expect(
      sharedRuns(
        documents.map(({ key, document }) => ({ key, passages: textsOf(document, locale).map(({ text }) => text) })),
        locale,
      ),
    ).toEqual([]);
  });
});

test('a sentence that stands in two documents is found, but not the number to call', () => {
  const sentence = 'You did not cause this and you cannot fix it alone.';
  const call = 'If they do not wake up call 911 and give naloxone right away.';
  const two = (text: string) => [
    { key: 'a', passages: [`First. ${text}`] },
    { key: 'b', passages: [text] },
  ];
  expect(sharedRuns(two(sentence), 'en')).not.toEqual([]);
  expect(sharedRuns(two(call), 'en').filter((run) => run.includes('911'))).toEqual([]);
});
