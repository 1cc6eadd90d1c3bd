import { describe, expect, test } from 'vitest';
import type { Locale } from '../../cms/library/locales.ts';
import { sampleLibrary } from '../support/sampleLibrary.ts';
import { textsOf, withoutQuotations } from '../support/sampleTexts.ts';

/**
 * Words that put a person down, or make an illness a fault, with their inflections: NIDA, "Words Matter", and what families hear in Spanish. A word that
 * has another meaning too is listed with the company that gives it away.
 */
const stigma: Record<Locale, RegExp[]> = {
  en: [
    /(?<!\p{L})addicts?(?!\p{L})/iu,
    /(?<!\p{L})(junk(ie|y)|druggie|crackhead|wino|pothead)s?(?!\p{L})/iu,
    /(?<!\p{L})(a|the|our|your|their) drunks?(?!\p{L})(?! driv)/iu,
    /(?<!\p{L})alcoholics?(?!\p{L})(?! anonymous)/iu,
    /(?<!\p{L})(substance|drug|alcohol|opioid) abus\p{L}+/iu,
    /(?<!domestic )(?<!child )(?<!\p{L})abusers?(?!\p{L})/iu,
    /(?<!\p{L})(get|gets|getting|got|stay|stays|staying|stayed|been|be|is|are|was) clean(?!\p{L})(?!,? (the|your|his|her|their|and tidy))/iu,
    /(?<!\p{L})clean and sober(?!\p{L})|(?<!\p{L})(clean|dirty) (urine|test|drug test|time|days?)(?!\p{L})/iu,
    /(?<!\p{L})relaps\p{L}+/iu,
    /(?<!\p{L})(drug|alcohol|substance) habits?(?!\p{L})/iu,
    /(?<!\p{L})(drug|heroin|opioid|substance) users?(?!\p{L})/iu,
    /(?<!\p{L})enablers?(?!\p{L})|(?<!\p{L})codependen\p{L}+/iu,
    /(?<!\p{L})in denial(?!\p{L})|(?<!\p{L})rock bottom(?!\p{L})|(?<!\p{L})tough love(?!\p{L})/iu,
    /(?<!\p{L})(suffer\p{L}*|victims?) (from|of) (addiction|alcoholism|a substance)/iu,
    /(?<!\p{L})fail(s|ed|ing)? (treatment|rehab|the program|a drug test)(?!\p{L})/iu,
    /(?<!\p{L})willpower(?!\p{L})(?!.{0,40}(?<!\p{L})(not|never|no)(?!\p{L}))/iu,
  ],
  es: [
    /(?<!\p{L})(drog)?adict[oa]s?(?!\p{L})/iu,
    /(?<!\p{L})(drogata|toxic[oó]man|yonqui)\p{L}*/iu,
    /(?<!\p{L})borrach[oa]s?(?!\p{L})/iu,
    /(?<!\p{L})alcoh[oó]lic[oa]s?(?!\p{L})(?! an[oó]nimos)(?<!bebidas? alcoh[oó]licas?)/iu,
    /(?<!\p{L})abus(o|os|ar|a|an|ador\p{L}*) (de|del) (las? )?(drogas?|sustancias?|alcohol|opioides?)/iu,
    /(?<!\p{L})(est[aá]\p{L}*|s[ei]gu\p{L}+|mantener\p{L}*|mantien\p{L}*|qued\p{L}+) limpi[oa]s?(?!\p{L})/iu,
    /(?<!\p{L})(prueba|orina|an[aá]lisis) (sale |sali[oó] )?(limpi|suci)[oa](?!\p{L})/iu,
    /(?<!\p{L})vicios?[oa]?s?(?!\p{L})/iu,
    /(?<!\p{L})reca[eéiíy]\p{L}*/iu,
    /(?<!\p{L})codependien\p{L}+|(?<!\p{L})habilitador\p{L}*/iu,
    /(?<!\p{L})tocar fondo(?!\p{L})|(?<!\p{L})en negaci[oó]n(?!\p{L})|(?<!\p{L})mano dura(?!\p{L})/iu,
    /(?<!\p{L})fuerza de voluntad(?!\p{L})(?!.{0,40}(?<!\p{L})(no|nunca)(?!\p{L}))/iu,
  ],
};

/** Names that institutions and groups gave themselves. */
const names =
  /National Institute on Drug Abuse|Instituto Nacional sobre el Abuso de Drogas|Substance Abuse and Mental Health Services Administration|Alcoholics Anonymous|Alcohólicos Anónimos/gi;

/** Where a word is explained as one that others use. */
const explained: Record<Locale, RegExp> = {
  en: /(also called|say|call it|the word):?\s*(a )?$/i,
  es: /(llama|llaman|dice|dicen|la palabra):?\s*\(?$/i,
};

function stigmaIn(text: string, locale: Locale): string[] {
  const own = withoutQuotations(text).replace(names, ' ');
  return stigma[locale].flatMap((pattern) => {
    const found = pattern.exec(own);
    return found && !explained[locale].test(own.slice(0, found.index)) ? [own.slice(Math.max(0, found.index - 30), found.index + 40)] : [];
  });
}

const { documents, media } = await sampleLibrary();

describe.each(['en', 'es'] as const)('words in %s', (locale) => {
  test('put nobody down, but where they are quoted or named as words to avoid', () => {
    const found = documents.flatMap(({ key, document }) =>
      textsOf(document, locale)
        .filter(({ kind }) => kind !== 'avoid')
        .flatMap(({ text }) => stigmaIn(text, locale).map((words) => `${key}: …${words}…`)),
    );
    const pictured = media.flatMap(({ id, text }) => stigmaIn(`${text[locale]?.alt} ${text[locale]?.caption}`, locale).map((words) => `${id}: …${words}…`));
    expect([...found, ...pictured]).toEqual([]);
  });
});

describe('the list of such words', () => {
  test.each<[Locale, string]>([
    ['en', 'Addicts lie.'],
    ['en', 'He got clean last year.'],
    ['en', 'She relapsed.'],
    ['en', 'Programs for substance abuse help.'],
    ['es', 'Los adictos mienten.'],
    ['es', 'Su hijo recayó otra vez.'],
    ['es', 'Sigue limpio desde mayo.'],
    ['es', 'El abuso de drogas es común.'],
  ])('%s finds: %s', (locale, text) => {
    expect(stigmaIn(text, locale)).not.toEqual([]);
  });

  test.each<[Locale, string]>([
    ['en', 'Please clean the kitchen.'],
    ['en', 'The National Institute on Drug Addiction studies it; domestic abuse has a line of its own.'],
    ['en', 'Some people say “relapse”.'],
    ['en', 'Alcoholics Anonymous meets on Mondays.'],
    ['es', 'Limpie la cocina.'],
    ['es', 'Alcohólicos Anónimos se reúne los lunes; no tome bebidas alcohólicas.'],
    ['es', 'Hay quien dice «recaída».'],
  ])('%s lets stand: %s', (locale, text) => {
    expect(stigmaIn(text, locale)).toEqual([]);
  });
});
