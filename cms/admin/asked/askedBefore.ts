import { type Locale, locales } from '../../library/locales.ts';

/** A question of the library, as far as it was written in each language. */
export interface Question {
  id: number | string;
  text: Partial<Record<Locale, string>>;
}

export interface Near<T extends Question> {
  question: T;
  /** The language in which the words meet. */
  locale: Locale;
}

/** Words that mean the same, in one language. */
export interface Synonyms {
  locale: Locale;
  words: readonly string[];
}

/** Of what somebody asks, this much must be in a question, by weight. */
const enough = 0.3;

/** Words that every question has. */
const empty: Record<Locale, Set<string>> = {
  en: setOf(
    'about after all am an and any are as at be been but can could did do does for from get got had has have he her him his how if in into is it its just me my no not of off on or our out she should so some than that the their them then there they this to up us was we were what when where which who why will with would you your',
  ),
  es: setOf(
    'al algo ante como con cual cuando de del desde donde el ella ellas ellos en entre era es esa ese eso esta estan estar este esto estoy fue ha hace hacer hacen haga hago han hasta hay he la las le les lo los mas me mi mis muy ni no nos nuestra nuestro para pero podemos por porque puede pueden puedo que quien se ser si sin sobre son soy su sus te tiene tienen tengo tu un una uno usted ya yo',
  ),
};

/**
 * The questions nearest to these words, nearest first: those that share most of them or have a synonym, a rare word weighing more than one that many
 * questions have. Case, accents and endings do not count.
 */
export function askedBefore<T extends Question>(words: string, questions: readonly T[], synonyms: readonly Synonyms[] = [], most = 5): Near<T>[] {
  const best = new Map<T, { locale: Locale; score: number }>();
  for (const locale of locales) {
    const groups = synonyms.filter((group) => group.locale === locale).map((group) => group.words.map(plain));
    const meanings = (text: string) => [...wordsOf(text, locale), ...groupsIn(text, groups)];
    const asked = meanings(words);
    if (asked.length === 0) continue;
    const said = questions.map((question) => ({ question, words: meanings(question.text[locale] ?? '') }));
    const weighed = asked.map((word) => {
      const having = new Set(said.filter((one) => one.words.some((other) => areAlike(word, other))).map(({ question }) => question));
      return { having, weight: Math.log(1 + questions.length / Math.max(1, having.size)) };
    });
    const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
    for (const { question } of said) {
      const score = weighed.reduce((sum, { having, weight }) => sum + (having.has(question) ? weight : 0), 0) / whole;
      if (score >= enough && score > (best.get(question)?.score ?? 0)) best.set(question, { locale, score });
    }
  }
  return [...best]
    .sort(([, a], [, b]) => b.score - a.score)
    .slice(0, most)
    .map(([question, { locale }]) => ({ question, locale }));
}

function wordsOf(text: string, locale: Locale): string[] {
  return [...new Set(plain(text).split(' '))].filter((word) => word.length > 1 && !empty[locale].has(word));
}

/** The groups of synonyms of which a text has one, each as a word of its own. */
function groupsIn(text: string, groups: readonly string[][]): string[] {
  const said = ` ${plain(text)} `;
  return groups.flatMap((words, index) => (words.some((word) => word && said.includes(` ${word} `)) ? [`#${index}`] : []));
}

/** Words alone, with one space between them, without case, accents and apostrophes. */
function plain(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return (letters.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** 'drink' and 'drinking', 'recaída' and 'recayó': the same but for their last letters. */
function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const least = Math.max(4, Math.min(one.length, other.length) - 2);
  return one.length >= least && other.length >= least && one.slice(0, least) === other.slice(0, least);
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '));
}
