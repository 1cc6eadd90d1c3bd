import { pathOf } from './inLocale.ts';
import { type Locale, locales } from './locales.ts';
import { paths } from './paths.ts';
import { byTitle, pageSize } from './queries/card.ts';
import type { DocumentRef } from './richText.ts';
import { type PublicCollection, publicCollections, type Stage, sections, stageSlugs } from './sections.ts';
import type { Id, Library } from './types.ts';

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
  | PageOf<'helpNow'>
  | PageOf<'search'>
  | PageOf<'notFound'>
  | PageOf<'gone'>;

export type PageKind = SitePage['kind'];

/** Every HTML page of the site, by its path: what a full press prints, and what an address resolves to. */
export function sitePages(library: Library): ReadonlyMap<string, SitePage> {
  const pages = new Map<string, SitePage>();
  const add = (page: SitePage) => {
    if (!pages.has(page.path)) pages.set(page.path, page);
  };
  add({ kind: 'root', path: paths.root(), locale: 'en' });
  for (const locale of locales) {
    add({ kind: 'home', path: paths.home(locale), locale });
    add({ kind: 'helpNow', path: paths.helpNow(locale), locale });
    add({ kind: 'search', path: paths.search(locale), locale });
    add({ kind: 'notFound', path: paths.notFound(locale), locale });
    add({ kind: 'gone', path: paths.gone(locale), locale });
    for (const stage of Object.keys(stageSlugs) as (Stage | 'setback')[]) {
      const count = byTitle(library, locale, 'articles', (article) => (stage === 'setback' ? article.setback : article.stage === stage)).length;
      for (const page of pageNumbers(count)) add({ kind: 'stage', path: paths.stage(locale, stage, page), locale, stage, page });
    }
    for (const collection of publicCollections) addCollection(library, locale, collection, add);
  }
  return pages;
}

function addCollection(library: Library, locale: Locale, collection: PublicCollection, add: (page: SitePage) => void): void {
  const documents = [...library.documents[collection].values()];
  if (collection !== 'pages') {
    const count = collection === 'topics' || collection === 'faqs' || collection === 'workshops' ? 1 : documents.length;
    for (const page of pageNumbers(count)) add({ kind: 'section', path: paths.section(locale, collection, page), locale, collection, page });
  }
  for (const document of documents) {
    const path = pathOf(document, locale);
    if (!path) continue;
    const ref = { collection, id: document.id };
    add({ kind: 'document', path, locale, document: ref, page: 1 });
    if (collection === 'kits') add({ kind: 'kitSheet', path: paths.kitSheet(locale, slugIn(path)), locale, document: ref });
    if (collection === 'topics') addTopic(library, locale, document.id, slugIn(path), add);
    if (sections[collection].coded && document.code)
      add({ kind: 'short', path: paths.short(locale, document.code), locale, document: ref, code: document.code });
  }
}

/** A topic's guides and its questions can each run over several pages. */
function addTopic(library: Library, locale: Locale, topic: Id, slug: string, add: (page: SitePage) => void): void {
  const inTopic = (document: { topics: Id[] }) => document.topics.includes(topic);
  const guides = [...library.documents.articles.values()].filter(inTopic).length;
  const questions = [...library.documents.faqs.values()].filter(inTopic).length;
  for (const page of pageNumbers(guides).slice(1)) {
    add({ kind: 'document', path: paths.document(locale, 'topics', slug, page), locale, document: { collection: 'topics', id: topic }, page });
  }
  if (questions > 0) for (const page of pageNumbers(questions)) add({ kind: 'questionsOn', path: paths.questionsOn(locale, slug, page), locale, topic, page });
}

function pageNumbers(count: number): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(count / pageSize)) }, (_, index) => index + 1);
}

function slugIn(path: string): string {
  return path.split('/').at(-2) ?? '';
}
