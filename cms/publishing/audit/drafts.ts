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

/** Looks in every page for titles that only a draft has. There should be none: a draft is not in the library. */
export async function* checkDrafts(site: AuditedSite, tally: Tally): Steps {
  yield* printed(site);
  const titles = await draftTitles(site);
  tally.count('drafts', titles.length);
  if (titles.length === 0) return;
  const pages = [...(await site.rounds.printer()).files().keys()].filter((path) => /(\/|\.html|\.xml)$/.test(path));
  for (const some of parts(pages, filesAtOnce)) {
    for (const path of some) {
      const text = await readFile(join(site.outDir, fileOf(path)), 'utf8').catch(missing);
      for (const title of titles)
        if (text.includes(escaped(title)))
          tally.found(
            'drafts',
            false,
            said(
              `${path} has the title “${title}” of a text that is not published. This should not be possible: show it to whoever runs the site.`,
              `${path} tiene el título «${title}» de un texto que no está publicado. No debería ser posible: muéstrelo a quien opera el sitio.`,
            ),
          );
    }
    yield 'more';
  }
}

async function draftTitles(site: AuditedSite): Promise<string[]> {
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
  return [...titles].filter((title) => title.length >= shortestTitle && !isPublished(site, title));
}

const titleFields: Partial<Record<PublicCollection, string>> = { faqs: 'question', terms: 'term' };

/** The words of a draft may be those of a published text too. */
function isPublished(site: AuditedSite, title: string): boolean {
  const words = JSON.stringify(title).slice(1, -1);
  for (const collection of publicCollections)
    for (const { text } of libraryOf(site).documents[collection].values() as Iterable<AnyDocument>) if (JSON.stringify(text).includes(words)) return true;
  return false;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** A page that a round has taken away meanwhile. */
function missing(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
  throw error;
}
