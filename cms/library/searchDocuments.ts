import { findDocument, inLocale, pathOf, refOf, richTextOf, summaryOf, titleOf } from './inLocale.ts';
import { type Locale, locales } from './locales.ts';
import { inlineText, plainText } from './plainText.ts';
import type { Block, DocumentRef } from './richText.ts';
import { type Audience, type PublicCollection, publicCollections, type Stage } from './sections.ts';
import type { AnyDocument, Id, Library, SearchSettings } from './types.ts';

/** A stretch of a document under one heading. `anchor` is the heading's id on the page; both are empty for what stands before the first heading. */
export interface SearchSection {
  heading: string;
  anchor: string;
  text: string;
}

/** What a search engine learns of one published document for readers of `locale`. Plain text throughout; no dates, which change without it. */
export interface SearchDocument {
  ref: DocumentRef;
  locale: Locale;
  /** The language of the words, the other one where the document is not translated. */
  lang: Locale;
  path: string;
  title: string;
  summary: string;
  /** Other words under which a reader may look for it: a term's other names, lay synonyms, and queries for which staff promoted it. */
  alsoCalled: string[];
  kind: PublicCollection;
  topics: string[];
  stages: (Stage | 'setback')[];
  audience: Audience[];
  sections: SearchSection[];
}

/** Every published document that readers of `locale` can find, in the library's order. */
export function toSearchDocuments(library: Library, locale: Locale): SearchDocument[] {
  return searchableRefs(library).flatMap((ref) => toSearchDocument(library, ref, locale) ?? []);
}

export function searchableRefs(library: Library): DocumentRef[] {
  return publicCollections.flatMap((collection) => [...library.documents[collection].values()].map(refOf));
}

/** One document as search sees it; nothing where it is not published in any language. */
export function toSearchDocument(library: Library, ref: DocumentRef, locale: Locale): SearchDocument | undefined {
  const document = findDocument(library, ref);
  const found = document && inLocale<unknown>(document, locale);
  const path = document && pathOf(document, locale);
  if (!document || !found || !path) return undefined;
  const { lang } = found;
  const title = titleOf(document, lang);
  const summary = summaryOf(document, lang);
  const sections = [...besideRichText(document, lang), ...sectionsOf(richTextOf(document, lang))].filter((section) => section.heading || section.text);
  const names = document.collection === 'terms' ? (document.text[lang]?.alsoCalled ?? []) : [];
  const said = [title, summary, ...names, ...sections.map((section) => section.heading)].join('\n');
  const elsewhere = locales.filter((other) => other !== lang).flatMap((other) => namesIn(library, document, other));
  return {
    ref: refOf(document),
    locale,
    lang,
    path,
    title,
    summary,
    alsoCalled: [...new Set([...names, ...synonymsOf(library, locale, said), ...promotedWords(library, locale, ref), ...elsewhere])],
    kind: document.collection,
    topics: 'topics' in document ? document.topics.flatMap((id) => topicTitle(library, id, locale)) : [],
    stages: document.collection === 'articles' ? [...(document.stage ? [document.stage] : []), ...(document.setback ? (['setback'] as const) : [])] : [],
    audience: 'audience' in document ? document.audience : [],
    sections,
  };
}

/** What a document is called in another language, where it has one: people mix the words that they hear at home with those of the program. */
function namesIn(library: Library, document: AnyDocument, other: Locale): string[] {
  if (!inLocale<unknown>(document, other) || inLocale<unknown>(document, other)?.lang !== other) return [];
  const title = titleOf(document, other);
  const names = document.collection === 'terms' ? (document.text[other]?.alsoCalled ?? []) : [];
  return [title, ...names, ...synonymsOf(library, other, [title, ...names].join('\n')), ...promotedWords(library, other, refOf(document))];
}

/** A rich text cut at its headings. */
function sectionsOf(blocks: readonly Block[]): SearchSection[] {
  const cut: { heading: string; anchor: string; blocks: Block[] }[] = [{ heading: '', anchor: '', blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') cut.push({ heading: inlineText(block.children), anchor: block.anchor, blocks: [] });
    else cut.at(-1)?.blocks.push(block);
  }
  return cut.map(({ blocks: inside, ...section }) => ({ ...section, text: plainText(inside) }));
}

/** What a reader sees of a document outside its summary and its rich text. */
function besideRichText(document: AnyDocument, lang: Locale): SearchSection[] {
  const lines = (...texts: (string | undefined)[]): SearchSection[] => [{ heading: '', anchor: '', text: texts.filter(Boolean).join('\n') }];
  switch (document.collection) {
    case 'workshops': {
      const text = document.text[lang];
      return lines(text?.whoMayCome, text?.howToJoin, text?.interpreting);
    }
    case 'kits':
      return lines(...(document.text[lang]?.notes ?? []));
    default:
      return [];
  }
}

function topicTitle(library: Library, id: Id, locale: Locale): string[] {
  const topic = library.documents.topics.get(id);
  const found = topic && inLocale(topic, locale);
  return found ? [found.text.title] : [];
}

/** The other words of each synonym group of which `text` has one. */
function synonymsOf(library: Library, locale: Locale, text: string): string[] {
  const said = ` ${wordsOf(text)} `;
  return groupsIn(library.search)
    .filter((group) => group.locale === locale)
    .flatMap(({ words }) => {
      const missing = words.filter(({ alone }) => !said.includes(` ${alone} `));
      return missing.length < words.length ? missing.map(({ word }) => word) : [];
    });
}

type Group = { locale: Locale; words: { word: string; alone: string }[] };

/** Every document is held against every synonym: their bare words are made once. */
const groups = new WeakMap<SearchSettings, Group[]>();

function groupsIn(search: SearchSettings): Group[] {
  const made = groups.get(search) ?? search.synonyms.map(({ locale, words }) => ({ locale, words: words.map((word) => ({ word, alone: wordsOf(word) })) }));
  groups.set(search, made);
  return made;
}

function promotedWords(library: Library, locale: Locale, ref: DocumentRef): string[] {
  return library.search.promoted
    .filter((promoted) => promoted.locale === locale && promoted.document.collection === ref.collection && promoted.document.id === ref.id)
    .map((promoted) => promoted.words);
}

/** Words alone, without case and accents, so that 'límites,' and 'Limites' are the same. */
function wordsOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
