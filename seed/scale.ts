import { type Locale, locales } from '../cms/library/locales.ts';
import { audiences, stages } from '../cms/library/sections.ts';
import { block, heading, paragraph, root, text } from './markdown/lexical.ts';
import { numbers, phrase, prose, sentence } from './prose.ts';
import type { SeedDocument } from './readSeed.ts';
import type { SeededCollection } from './schema.ts';
import { documentAt, idOf, perLocale, type Tree, withRowIds } from './tree.ts';

type Data = SeedDocument['data'];

/** How many of 10,000 documents are of each kind. */
const shares = { topics: 40, terms: 1000, faqs: 4000, materials: 360, workshops: 1500, articles: 3000, kits: 100 } as const;
type Scaled = keyof typeof shares;

/**
 * The documents of a made-up library of `size`, for measuring: the same texts for the same size, each in both languages. Each names only documents that
 * come before it.
 */
export function scaledDocuments(size: number): SeedDocument[] {
  const counts = Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, Math.max(1, Math.round((share * size) / 10_000))])) as Record<
    Scaled,
    number
  >;
  return (Object.keys(shares) as Scaled[]).flatMap((collection, kind) =>
    Array.from({ length: counts[collection] }, (_, index) => document(collection, index, { code: codeOf(kind, index), ...makers[collection](index, counts) })),
  );
}

function document(collection: SeededCollection, index: number, data: Data): SeedDocument {
  const key = `${collection}/scale-${index}` as const;
  return { key, collection, data: withRowIds(data, key) as Data };
}

/** Seven letters, where the CMS gives six: so these codes never meet one that it made. */
function codeOf(kind: number, index: number): string {
  const letters = 'bcdfghjkmnpqrstvwxz';
  let number = index * Object.keys(shares).length + kind;
  let code = '';
  while (code.length < 7) {
    code = (letters[number % letters.length] ?? '') + code;
    number = Math.floor(number / letters.length);
  }
  return code;
}

const makers: Record<Scaled, (index: number, counts: Record<Scaled, number>) => Data> = {
  topics: (index) => ({ order: 100 + index, ...said(index, 1, (locale, name) => ({ title: name, summary: one(locale, index) })) }),
  terms: (index) => said(index, 2, (locale, name) => ({ term: name, alsoCalled: [`${name.toLowerCase()} ${index}`], meaning: one(locale, index) })),
  faqs: (index, counts) => ({
    topics: [some('topics', index, counts.topics)],
    ...said(index, 3, (locale, name) => ({
      question: locale === 'en' ? `What about this: ${name.toLowerCase()}?` : `¿Y esto: ${name.toLowerCase()}?`,
      answer: one(locale, index),
      more: root(paragraphs(locale, 120, index)),
    })),
  }),
  materials: (index, counts) => ({
    topics: [some('topics', index, counts.topics)],
    ...said(index, 4, (locale, name) => ({ title: name, summary: one(locale, index), url: `https://example.org/${locale}/hand-out-${index}` })),
  }),
  workshops: (index, counts) => ({
    ...workshopFacts(index),
    topics: [some('topics', index, counts.topics)],
    ...said(index, 5, (locale, name) => ({
      title: name,
      summary: one(locale, index),
      description: root(paragraphs(locale, 100, index)),
      howToJoin: one(locale, index + 1),
      whoMayCome: one(locale, index + 2),
      interpreting: one(locale, index + 3),
    })),
  }),
  articles: (index, counts) => ({
    topics: [some('topics', index, counts.topics), some('topics', index + 7, counts.topics)],
    stage: stages[index % stages.length] ?? null,
    setback: index % 11 === 0,
    audience: [audiences[index % audiences.length] ?? null],
    sources: [{ title: `Sample source ${index}`, url: `https://example.org/source/${index}` }],
    related: index > 1 ? [documentAt(`articles/scale-${index - 1}`), documentAt(`faqs/scale-${index % counts.faqs}`)] : [],
    ...said(index, 6, (locale, name) => ({ title: name, summary: one(locale, index), body: articleBody(locale, index, counts) })),
  }),
  kits: (index, counts) => ({
    items: [`articles/scale-${index % counts.articles}`, `faqs/scale-${index % counts.faqs}`, `terms/scale-${index % counts.terms}`].map((key) => ({
      document: documentAt(key),
      note: perLocale({ en: one('en', index), es: one('es', index) }),
    })),
    ...said(index, 7, (locale, name) => ({ title: name, intro: one(locale, index) })),
  }),
};

/** The fields of both languages, each with a name and a slug of its own. */
function said(index: number, kind: number, fields: (locale: Locale, name: string) => Data): Data {
  const both = locales.map((locale) => {
    const name = `${phrase(locale, numbers(index * 10 + kind))} ${index + 1}`;
    return [locale, { ...fields(locale, name), slug: `${locale === 'en' ? 'sample' : 'ejemplo'}-${kind}-${index + 1}` } as Data] as const;
  });
  const names = Object.keys(both[0]?.[1] ?? {});
  return Object.fromEntries(names.map((name) => [name, perLocale(Object.fromEntries(both.map(([locale, data]) => [locale, data[name] ?? null])))]));
}

/** 800 words in four parts, with a warning, words to say and a term, as a written guide has them. */
function articleBody(locale: Locale, index: number, counts: Record<Scaled, number>): Tree {
  const draw = numbers(index + 31);
  const blocks: Tree[] = [
    block('callout', { tone: 'note', title: phrase(locale, draw), body: root(paragraphs(locale, 20, index)) }),
    block('whatYouCanSay', { title: '', say: [sentence(locale, draw), sentence(locale, draw)], avoid: [sentence(locale, draw)] }),
    block('termNote', { term: some('terms', index, counts.terms) }),
  ];
  const part = (number: number): Tree[] => [
    heading(2, [text(phrase(locale, draw))]),
    ...paragraphs(locale, 150, index * 4 + number),
    ...blocks.slice(number, number + 1),
  ];
  return root([...paragraphs(locale, 60, index), ...[0, 1, 2, 3].flatMap(part)]);
}

function paragraphs(locale: Locale, words: number, index: number): Tree[] {
  const draw = numbers(index + words);
  const count = Math.ceil(words / 60);
  return Array.from({ length: count }, () => paragraph([text(prose(locale, words / count, draw))]));
}

function workshopFacts(index: number): Data {
  const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
  const weekday = weekdays[index % weekdays.length] ?? 'MO';
  const when: Data =
    index % 3 === 0
      ? { repeat: 'month', interval: 1, nth: String(1 + (index % 4)), weekday }
      : { repeat: 'week', interval: 1 + (index % 2), weekdays: [weekday] };
  return {
    kind: index % 2 === 0 ? 'education' : 'support',
    format: 'online',
    needs: 'nothing',
    languages: index % 4 === 0 ? ['es'] : ['en'],
    audience: [audiences[index % audiences.length] ?? null],
    withPersonInTreatment: 'either',
    segments: [{ from: '2026-01-05', zone: 'America/New_York', start: `${10 + (index % 10)}:30`, minutes: 60, ...when }],
    exceptions: [],
  };
}

const one = (locale: Locale, index: number) => sentence(locale, numbers(index + 17));
const some = (collection: Scaled, index: number, count: number) => idOf(collection, `scale-${index % count}`);
