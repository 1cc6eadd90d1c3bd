import { foldedWords } from '../../../cms/library/foldedWords.ts';
import type { Locale } from '../../../cms/library/locales.ts';
import type { Vocabulary } from '../../../cms/library/vocabulary.ts';
import { askedWords } from '../words/askedWords.ts';
import { meantBy } from '../words/speller.ts';
import type { Engine, EngineFilters, Found, Fragment } from './engine.ts';
import type { NameScores } from './nameScores.ts';

/** One index of the site, with what stands beside it. */
export interface OwnIndex {
  locale: Locale;
  engine: Engine;
  names: NameScores;
  /** Fetched only when a word is not known. */
  vocabulary(): Promise<Vocabulary>;
}

interface FoundPage {
  id: string;
  data(): Promise<Fragment>;
}

interface FoundPages {
  pages: FoundPage[];
  /** The words that were searched in place of misspelled ones, as a whole question. */
  corrected?: string;
}

/** How much being called what was asked counts beside having the words. */
const nameShare = 1.5;

/**
 * The pages that answer a question, the best first. Pagefind alone gives pages with all words; people in need type whole sentences, of which a page has most:
 * so each word is searched by itself, and a page counts by what its words weigh, how many of them it has, and whether it is called so.
 */
export async function findPages(
  index: OwnIndex,
  question: string,
  { filters, literally = false }: { filters?: EngineFilters; literally?: boolean } = {},
): Promise<FoundPages> {
  const { engine, locale } = index;
  const asked = askedWords(question, locale);
  const mended = literally ? new Map<string, string>() : await mendedWords(index, asked);
  const words = [...new Set(asked.map((word) => mended.get(word) ?? word))];
  const corrected = mended.size > 0 ? inPlace(question, mended) : undefined;
  const options = filters ? { filters } : {};
  const answers = await Promise.all(words.map((word) => engine.search(word, options)));
  const scores = byWords(answers.map(({ results }) => results));
  const best = Math.max(1, ...[...scores.values()].map(({ score }) => score));
  const allowed = filters && new Set((await engine.search(null, options)).results.map(({ id }) => id));
  for (const [{ id, title }, score] of index.names(corrected ?? question)) {
    if (!id || (allowed && !allowed.has(id))) continue;
    const page = scores.get(id) ?? { score: 0, best: 0, data: () => byTitle(engine, id, title) };
    scores.set(id, { ...page, score: page.score + nameShare * score * best });
  }
  const pages = [...scores].sort(([, a], [, b]) => b.score - a.score).map(([id, { data }]): FoundPage => ({ id, data }));
  return { pages, ...(corrected && { corrected }) };
}

/** For each word that no page has, nor a longer form of it, the one that was meant. */
async function mendedWords({ engine, vocabulary }: OwnIndex, asked: readonly string[]): Promise<Map<string, string>> {
  // In quotation marks Pagefind takes no shorter word for a longer one.
  const known = await Promise.all(asked.map(async (word) => (await engine.search(`"${word}"`)).results.length > 0));
  const unknown = asked.filter((_, place) => !known[place]);
  if (unknown.length === 0) return new Map();
  const words = await vocabulary();
  return new Map(
    unknown.flatMap((word) => {
      const meant = meantBy(word, words);
      return meant ? [[word, meant] as const] : [];
    }),
  );
}

function inPlace(question: string, mended: ReadonlyMap<string, string>): string {
  return foldedWords(question)
    .map((word) => mended.get(word) ?? word)
    .join(' ');
}

interface Scored {
  score: number;
  /** Of its best word, whose surroundings are shown. */
  best: number;
  data(): Promise<Fragment>;
}

function byWords(answers: readonly (readonly Found[])[]): Map<string, Scored> {
  const pages = new Map<string, Scored & { covered: number }>();
  let whole = 0;
  for (const found of answers) {
    // What the word weighs: nothing where no page has it.
    const weight = found[0]?.score ?? 0;
    whole += weight;
    for (const { id, score, data } of found) {
      const page = pages.get(id);
      const first = !page || score > page.best;
      pages.set(id, {
        score: (page?.score ?? 0) + score,
        covered: (page?.covered ?? 0) + weight,
        best: first ? score : page.best,
        data: first ? data : page.data,
      });
    }
  }
  return new Map([...pages].map(([id, { score, covered, best, data }]) => [id, { score: score * (0.2 + covered / whole), best, data }]));
}

/** What a page says that was found by its name alone. */
async function byTitle(engine: Engine, id: string, title: string): Promise<Fragment> {
  const found = (await engine.search(title)).results.find((one) => one.id === id);
  if (!found) throw new Error(`The index does not find the page “${title}” by its own title.`);
  return found.data();
}
