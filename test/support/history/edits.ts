import type { Locale } from '../../../cms/library/locales.ts';
import type { Block } from '../../../cms/library/richText.ts';
import { type PublicCollection, publicCollections, stages } from '../../../cms/library/sections.ts';
import type { AnyDocument, DocumentRef, Library } from '../../../cms/library/types.ts';
import { linkTo, paragraph } from '../fixture/words.ts';

/** The fields of a text that hold `words`. */
export function textOf(collection: PublicCollection, words: string): object {
  switch (collection) {
    case 'faqs':
      return { question: `${words}?`, answer: `${words}.` };
    case 'terms':
      return { term: words, meaning: `${words}.` };
    case 'kits':
      return { title: words, intro: `${words}.` };
    default:
      return { title: words, summary: `${words}.` };
  }
}

/** One of the changes that an editor can make to a document, the slug and what is published apart. */
export function edits(library: Library, document: AnyDocument, how: number, words: string): AnyDocument {
  const locale: Locale = how % 2 ? 'es' : 'en';
  const own = document.text[locale] ? locale : (Object.keys(document.text)[0] as Locale);
  const withText = (text: object) => ({ ...document, text: { ...document.text, [own]: { ...document.text[own], ...text } } }) as AnyDocument;
  const kind = Math.floor(how / 2) % 4;
  if (kind === 0) return withText(textOf(document.collection, words));
  const topics = [...library.documents.topics.keys()].filter((_, index) => (how >> (index + 3)) % 2);
  switch (document.collection) {
    case 'topics':
      return { ...document, order: how };
    case 'articles':
      if (kind === 1) return withText({ body: [...(document.text[own]?.body ?? []).slice(-3), ...blocks(library, how, words)] });
      if (kind === 2) return { ...document, topics, sensitive: how % 3 === 0, related: [some(library, how), some(library, how * 7)] };
      return { ...document, setback: how % 3 === 0, sources: [{ title: words, url: 'https://example.org/' }], ...(how % 5 ? { stage: stages[how % 5]! } : {}) };
    case 'faqs':
      return kind === 1 ? withText({ more: blocks(library, how, words) }) : { ...document, topics };
    case 'pages':
      return withText({ body: blocks(library, how, words) });
    case 'terms':
      return withText({ alsoCalled: [words] });
    case 'materials':
      return { ...document, topics };
    case 'kits':
      return { ...document, items: [some(library, how), some(library, how + 5), some(library, how + 9)] };
    case 'workshops':
      if (kind === 1) return withText({ description: blocks(library, how, words), howToJoin: words });
      if (kind === 2) return { ...document, topics, advertise: how % 3 === 0, facilitators: [...library.people.keys()].slice(how % 2) };
      return dates(document, how, words);
  }
}

/** A date is cancelled or stands again, and the hour changes. */
function dates(document: Extract<AnyDocument, { collection: 'workshops' }>, how: number, words: string): AnyDocument {
  const day = `2026-12-${String(1 + (how % 28)).padStart(2, '0')}`;
  const others = document.exceptions.filter((exception) => exception.day !== day);
  const exceptions = how % 3 ? [...others, { day, status: 'cancelled' as const, facilitators: [], materials: [], note: {}, reason: { en: words } }] : others;
  const segments = document.segments.map((segment) => ({ ...segment, start: `${10 + (how % 10)}:00` }));
  return { ...document, exceptions: exceptions.toSorted((a, b) => (a.day < b.day ? -1 : 1)), segments };
}

function some(library: Library, number: number): DocumentRef {
  const all = publicCollections.filter((collection) => collection !== 'topics' && collection !== 'pages' && collection !== 'kits');
  const collection = all[number % all.length]!;
  const ids = [...library.documents[collection].keys()];
  return { collection, id: ids[number % Math.max(1, ids.length)] ?? 'none' };
}

function blocks(library: Library, how: number, words: string): Block[] {
  const first = (ids: Iterable<string>) => [...ids][0] ?? 'none';
  const { terms, faqs, materials } = library.documents;
  const others: Block[] = [
    { type: 'termNote', term: first(terms.keys()) },
    { type: 'faqGroup', title: words, faqs: [...faqs.keys()].slice(0, 3) },
    { type: 'materialNote', material: first(materials.keys()) },
    { type: 'picture', media: first(library.media.keys()) },
  ];
  return [paragraph(words, ' ', linkTo(some(library, how), 'see also'), '.'), others[how % others.length]!];
}
