import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode } from 'uqr';
import { locales, otherLocale } from '../../../cms/library/locales.ts';
import { documentPages, type SitePage } from '../../../cms/library/pages.ts';
import { paths } from '../../../cms/library/paths.ts';
import { type LibraryReader, readerOf } from '../../../cms/library/queries/index.ts';
import { publicCollections } from '../../../cms/library/sections.ts';
import type { Library } from '../../../cms/library/types.ts';
import { messages } from '../../../site/i18n/messages.ts';
import { samePageIn } from '../../../site/layouts/samePageIn.ts';
import { fixtureSettings } from '../../support/fixtureLibrary.ts';
import { markdownOf } from './markdown.ts';

type DocumentPage = Extract<SitePage, { kind: 'document' }>;

/**
 * Writes the library as Hugo's content: one Markdown file for each document and language, with what our templates show beside the text ready in its front
 * matter. Hugo makes the pages, their short links (as aliases), the lists over several pages and the sitemap. It is given more than it would have to find
 * out itself: which documents go with which, coming dates, and the squares of the QR code.
 */
export function writeHugoContent(library: Library, dir: string): void {
  const reader = readerOf(library);
  for (const locale of locales) {
    write(join(dir, 'data', `${locale}.json`), JSON.stringify(saidOnEveryPage(reader, locale)));
    const t = messages[locale];
    for (const collection of publicCollections)
      if (collection !== 'pages')
        write(join(dir, 'content', paths.section(locale, collection), '_index.md'), matter({ title: t[collection as 'topics'] ?? collection, tongue: locale }));
  }
  for (const collection of publicCollections)
    for (const document of library.documents[collection].values()) {
      const pages = documentPages(document);
      for (const page of pages.filter(({ kind }) => kind === 'document') as DocumentPage[]) {
        const short = pages.find(({ kind, locale }) => kind === 'short' && locale === page.locale)?.path;
        write(join(dir, 'content', `${page.path.replace(/\/$/, '')}.md`), contentOf(page, short, reader));
      }
    }
}

function contentOf(page: DocumentPage, short: string | undefined, reader: LibraryReader): string {
  const { locale, document } = page;
  const view = viewOf(page, reader);
  const topics = 'topics' in view ? view.topics : [];
  const cards = [...('related' in view ? view.related : []), ...('next' in view && view.next ? [view.next] : []), ...('alike' in view ? view.alike : [])];
  const dates = 'dates' in view ? view.dates.map((date) => ({ ...date, path: page.path, title: view.title })) : linesOf(page, topics, reader);
  const words = matter({
    title: 'title' in view ? view.title : 'question' in view ? view.question : view.term,
    summary: 'summary' in view ? view.summary : 'answer' in view ? view.answer : 'intro' in view ? view.intro : '',
    tongue: locale,
    alternates: reader.ask('addressesOf', document),
    other: samePageIn(page, otherLocale(locale), reader),
    crumbs: topics.slice(0, 1).map(({ path, title }) => ({ path, title })),
    cards: cards.map(({ path, title, summary }) => ({ path, title, summary })),
    dates: dates.map(({ path, title }) => ({ path, title })),
    sources: 'sources' in view ? view.sources : [],
    ...(short ? { short, aliases: [short], qr: squaresOf(fixtureSettings.origin + short) } : {}),
  });
  const body = 'body' in view ? view.body : 'more' in view ? view.more : 'description' in view ? view.description : [];
  return `${words}${markdownOf(body, locale, reader)}${'meaning' in view ? view.meaning : ''}\n`;
}

function viewOf({ locale, document: { collection, id } }: DocumentPage, reader: LibraryReader) {
  const view = {
    articles: () => reader.ask('articlePage', locale, id),
    topics: () => reader.ask('topicPage', locale, id),
    faqs: () => reader.ask('faqPage', locale, id),
    terms: () => reader.ask('termPage', locale, id),
    workshops: () => reader.ask('workshopPage', locale, id),
    materials: () => reader.ask('materialPage', locale, id),
    kits: () => reader.ask('kitPage', locale, id),
    pages: () => reader.ask('fixedPage', locale, id),
  }[collection]();
  if (!view) throw new Error(`${collection}/${id} has no page.`);
  return view;
}

function linesOf({ locale, document }: DocumentPage, topics: { ref: { id: string } }[], reader: LibraryReader) {
  if (document.collection !== 'articles') return [];
  const ids = topics.map(({ ref }) => ref.id);
  return reader.ask('workshopsOnTopics', locale, ids, 2).map(({ card }) => ({ path: card.path, title: card.title }));
}

/** What the frame of every page says, as Hugo's site data. */
function saidOnEveryPage(reader: LibraryReader, locale: 'en' | 'es') {
  const t = messages[locale];
  const words = Object.fromEntries(Object.entries(t).filter(([, word]) => typeof word === 'string'));
  const section = (collection: 'articles' | 'workshops' | 'faqs' | 'terms' | 'topics' | 'materials' | 'kits', title: string) => ({
    path: paths.section(locale, collection),
    title,
  });
  return {
    words,
    program: reader.ask('program', locale),
    lines: reader.ask('crisisLines', locale),
    closures: reader.ask('closures', locale),
    notice: reader.ask('notice', locale),
    helpNow: paths.helpNow(locale),
    sections: [section('articles', t.guides), section('workshops', t.workshops), section('faqs', t.questions), section('terms', t.glossary)],
    more: [
      section('topics', t.topics),
      section('materials', t.materials),
      section('kits', t.kits),
      ...reader.ask('footerPages', locale).map(({ path, title }) => ({ path, title })),
    ],
  };
}

/** Each dark square of the code on its own line of a path, as the site draws it. */
function squaresOf(url: string): string {
  const { data } = encode(url, { ecc: 'M', border: 3, maskPattern: 2 });
  return data.map((row, y) => row.map((dark, x) => (dark && !row[x - 1] ? `M${x} ${y}.5h${row.indexOf(false, x) - x}` : '')).join('')).join('');
}

function matter(fields: object): string {
  return `${JSON.stringify(fields)}\n\n`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
