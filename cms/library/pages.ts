import { inLocale, pathOf } from './inLocale.ts';
import { type Locale, locales } from './locales.ts';
import { paths } from './paths.ts';
import { pageSize } from './queries/card.ts';
import { remembered } from './queries/remembered.ts';
import type { DocumentRef } from './richText.ts';
import { type PublicCollection, publicCollections, type Stage, sections, stageSlugs } from './sections.ts';
import type { AnyDocument, Id, Library, Topic } from './types.ts';

export type ListedCollection = Exclude<PublicCollection, 'pages'>;

/** One page of the site: where it stands and what it shows. The site has one template a `kind`. */
type PageOf<Kind, Rest = object> = { kind: Kind; path: string; locale: Locale } & Rest;
export type SitePage =
  | PageOf<'root'>
  | PageOf<'home'>
  | PageOf<'section', { collection: ListedCollection; page: number }>
  | PageOf<'stage', { stage: Stage | 'setback'; page: number }>
  | PageOf<'questionsOn', { topic: Id; page: number }>
  | PageOf<'document', { document: DocumentRef; page: number }>
  | PageOf<'kitSheet', { document: DocumentRef }>
  | PageOf<'short', { document: DocumentRef; code: string }>
  | PageOf<'month'>
  | PageOf<'helpNow'>
  | PageOf<'search'>
  | PageOf<'notFound'>
  | PageOf<'gone'>;

export type PageKind = SitePage['kind'];

/** Every HTML page of the site, by its path: what a full press prints, and what an address resolves to. */
export function sitePages(library: Library): ReadonlyMap<string, SitePage> {
  const pages = new Map<string, SitePage>();
  const standIns: SitePage[] = [];
  const add = (page: SitePage) => {
    if (!pages.has(page.path)) pages.set(page.path, page);
  };
  for (const page of listPages(library)) add(page);
  for (const collection of publicCollections)
    for (const document of library.documents[collection].values())
      for (const page of documentPages(document)) {
        if (document.text[page.locale]) add(page);
        else standIns.push(page);
      }
  // Where a text in the reader's own language stands, no other document shows its text in the other one.
  for (const page of standIns) add(page);
  return pages;
}

/** The pages that are not a single document's: the fixed ones, and the lists with as many pages as they need. */
export function listPages(library: Library): SitePage[] {
  return [{ kind: 'root', path: paths.root(), locale: 'en' }, ...locales.flatMap((locale) => listPagesIn(library, locale))];
}

function listPagesIn(library: Library, locale: Locale): SitePage[] {
  const lengths = listLengths(library);
  const pagesOf = (list: string) => Array.from({ length: Math.max(1, Math.ceil((lengths.get(list) ?? 0) / pageSize)) }, (_, index) => index + 1);
  return [
    { kind: 'home', path: paths.home(locale), locale },
    { kind: 'helpNow', path: paths.helpNow(locale), locale },
    { kind: 'search', path: paths.search(locale), locale },
    { kind: 'month', path: paths.month(locale), locale },
    { kind: 'notFound', path: paths.notFound(locale), locale },
    { kind: 'gone', path: paths.gone(locale), locale },
    ...(Object.keys(stageSlugs) as (Stage | 'setback')[]).flatMap((stage) =>
      pagesOf(`stage ${stage}`).map((page): SitePage => ({ kind: 'stage', path: paths.stage(locale, stage, page), locale, stage, page })),
    ),
    ...publicCollections.flatMap((collection) =>
      collection === 'pages'
        ? []
        : pagesOf(collection).map((page): SitePage => ({ kind: 'section', path: paths.section(locale, collection, page), locale, collection, page })),
    ),
    ...[...library.documents.topics.values()].flatMap((topic) => topicPages(topic, locale, pagesOf, lengths)),
  ];
}

/** A topic's guides and its questions can each run over several pages; the first page of the guides is the topic's own. */
function topicPages(topic: Topic, locale: Locale, pagesOf: (list: string) => number[], lengths: ReadonlyMap<string, number>): SitePage[] {
  const slug = inLocale(topic, locale)?.text.slug;
  if (!slug) return [];
  const document = { collection: 'topics', id: topic.id } as const;
  const questions = `questions ${topic.id}`;
  return [
    ...pagesOf(`guides ${topic.id}`)
      .slice(1)
      .map((page): SitePage => ({ kind: 'document', path: paths.document(locale, 'topics', slug, page), locale, document, page })),
    ...(lengths.has(questions) ? pagesOf(questions) : []).map(
      (page): SitePage => ({ kind: 'questionsOn', path: paths.questionsOn(locale, slug, page), locale, topic: topic.id, page }),
    ),
  ];
}

/** How many lines each list has that runs over pages. */
function listLengths(library: Library): ReadonlyMap<string, number> {
  return remembered(library, 'listLengths', () => {
    const articles = [...library.documents.articles.values()];
    return new Map([
      ...counted('stage', articles, ({ stage, setback }) => [...(stage ? [stage] : []), ...(setback ? ['setback'] : [])]),
      ...counted('guides', articles, ({ topics }) => topics),
      ...counted('questions', library.documents.faqs.values(), ({ topics }) => topics),
      ...(['articles', 'terms', 'materials', 'kits'] as const).map((collection): [string, number] => [collection, library.documents[collection].size]),
    ]);
  });
}

/** How many documents name each group, under `<list> <group>`. */
function counted<T>(list: string, documents: Iterable<T>, groupsOf: (document: T) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const document of documents) for (const group of new Set(groupsOf(document))) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([group, count]) => [`${list} ${group}`, count]);
}

const pagesOfDocument = new WeakMap<AnyDocument, readonly SitePage[]>();

/** The pages of one document, in every language. Made once for each document, since a document never changes. */
export function documentPages(document: AnyDocument): readonly SitePage[] {
  const known = pagesOfDocument.get(document) ?? locales.flatMap((locale) => documentPagesIn(document, locale));
  pagesOfDocument.set(document, known);
  return known;
}

function documentPagesIn(document: AnyDocument, locale: Locale): SitePage[] {
  const { collection, id, code } = document;
  const path = pathOf(document, locale);
  const slug = path?.split('/').at(-2);
  if (!path || !slug) return [];
  const own = { locale, document: { collection, id } };
  return [
    { kind: 'document', path, ...own, page: 1 },
    ...(collection === 'kits' ? [{ kind: 'kitSheet', path: paths.kitSheet(locale, slug), ...own } as const] : []),
    ...(sections[collection].coded && code ? [{ kind: 'short', path: paths.short(locale, code), ...own, code } as const] : []),
  ];
}
