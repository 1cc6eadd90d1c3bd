import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf } from '../../../site/press/output.ts';
import { said } from '../../fields/said.ts';
import { type Locale, locales } from '../../library/locales.ts';
import { type PublicCollection, publicCollections } from '../../library/sections.ts';
import type { AnyDocument } from '../../library/types.ts';
import type { Tally } from './report.ts';
import { type AuditedSite, libraryOf, parts, printed, type Steps } from './site.ts';

/** The newest drafts of each kind of document that are looked for. */
const draftsOfEach = 10;
/** A shorter title may stand on a page for other reasons. */
const shortestTitle = 16;
const filesAtOnce = 50;
const documentsAtOnce = 100;

/** Looks in every page for titles that only a draft has. There should be none: a draft is not in the library. */
export async function* checkDrafts(site: AuditedSite, tally: Tally): Steps {
  yield* printed(site);
  const titles = await draftTitles(site);
  yield* withoutPublished(site, titles);
  tally.count('drafts', titles.size);
  if (titles.size === 0) return;
  const sought = [...titles].map((title) => ({ title, html: escaped(title) }));
  const pages = [...(await site.rounds.printer()).files().keys()].filter((path) => /(\/|\.html|\.xml)$/.test(path));
  for (const some of parts(pages, filesAtOnce)) {
    for (const path of some) {
      const text = await readFile(join(site.outDir, fileOf(path)), 'utf8').catch(missing);
      for (const { title, html } of sought) if (text.includes(html)) tally.found('drafts', false, leaked(path, title));
    }
    yield 'more';
  }
}

const leaked = (path: string, title: string) =>
  said(
    `${path} has the title “${title}” of a text that is not published. This should not be possible: show it to whoever runs the site.`,
    `${path} tiene el título «${title}» de un texto que no está publicado. No debería ser posible: muéstrelo a quien opera el sitio.`,
  );

/** The words of a draft may be those of a published text too: such titles tell nothing. */
async function* withoutPublished(site: AuditedSite, titles: Set<string>): Steps {
  for (const collection of publicCollections)
    for (const some of parts<AnyDocument>(libraryOf(site).documents[collection].values(), documentsAtOnce)) {
      const text = JSON.stringify(some.map((document) => document.text));
      for (const title of titles) if (text.includes(JSON.stringify(title).slice(1, -1))) titles.delete(title);
      yield 'more';
    }
}

async function draftTitles(site: AuditedSite): Promise<Set<string>> {
  const titles = new Set<string>();
  for (const collection of publicCollections) {
    const field = titleFields[collection] ?? 'title';
    const { docs } = await site.payload.findVersions({
      collection,
      where: { latest: { equals: true } },
      select: { version: { [field]: true, _status: true } } as never,
      sort: '-updatedAt',
      limit: draftsOfEach,
      pagination: false,
      locale: 'all',
      fallbackLocale: false,
      depth: 0,
      overrideAccess: true,
    });
    for (const { version } of docs as unknown as { version: Record<string, Partial<Record<Locale, string>> | undefined> }[])
      for (const locale of locales) if (version._status?.[locale] === 'draft') titles.add(version[field]?.[locale]?.trim() ?? '');
  }
  return new Set([...titles].filter((title) => title.length >= shortestTitle));
}

const titleFields: Partial<Record<PublicCollection, string>> = { faqs: 'question', terms: 'term' };

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** A page that a round has taken away meanwhile. */
function missing(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
  throw error;
}
