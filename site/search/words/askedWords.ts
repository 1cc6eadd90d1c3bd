import { foldedWords } from '../../../cms/library/foldedWords.ts';
import type { Locale } from '../../../cms/library/locales.ts';

/** Words that say nothing about what is looked for: they stand in nearly every page, or only make a question of the rest. Folded. */
const silent: Record<Locale, string> = {
  en: `a about after all also am an and any are as at be because been before but by can cant could couldnt did didnt do does doesnt doing dont for from
    had has have having he her here hers hes hey him his how i id if ill im in into is isnt it its ive just let lets me my myself not of on or our
    please put really she shes should so some than that thats the their them then there these they theyre thing this those to too us very was
    wasnt we were what whats when where which while who whom will with wont would wouldnt you your`,
  es: `a al algo ahi ahora anda ando aqui asi aun aunque como con creo cual cuales cuando de del desde donde el ella ellas ellos
    en entre era eran eres es esa ese eso esta estaba estan estar estas este esto estoy estuvo fue fueron gracias ha hago han has hasta hay haya
    he hola la las le les lo los mas me mi mis muy ni no nos nosotros o para pero poco podemos poder por porque pues puede pueden
    puedo que quien quienes se sea ser si sido solo son soy su sus tal tambien tan te tiene tienen
    tu un una unas uno unos usted va van y ya yo`,
};

const silentWords: Record<Locale, Set<string>> = { en: new Set(silent.en.split(/\s+/)), es: new Set(silent.es.split(/\s+/)) };

/** More words than anybody needs to be understood; what follows them is not searched. */
const most = 8;

/** The words of a question that can find something, each once, in their order. Where none is left, all of them: 'can they' is still a search. */
export function askedWords(question: string, locale: Locale): string[] {
  const all = [...new Set(foldedWords(question))];
  const telling = all.filter((word) => !silentWords[locale].has(word));
  return (telling.length > 0 ? telling : all).slice(0, most);
}

export function isSilent(word: string, locale: Locale): boolean {
  return silentWords[locale].has(word);
}
