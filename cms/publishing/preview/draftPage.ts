import type { Payload } from 'payload';
import type { Press } from '../../../site/press/index.ts';
import { documentPages } from '../../library/pages.ts';
import { readerOf } from '../../library/queries/index.ts';
import type { SiteSettings } from '../../library/siteSettings.ts';
import type { Library } from '../../library/types.ts';
import { updateLibrary } from '../../library/updateLibrary.ts';
import { type AskedDraft, readDraft } from './readDraft.ts';

export interface Sources {
  payload: Payload;
  press: Press;
  settings: SiteSettings;
  /** The library of the newest round; none before the first. */
  library(): Library | undefined;
}

/**
 * A draft as the page that families would read if it were published now, by the same press. The library of the rounds stays what it is, and nothing is
 * recorded or written. Nothing is returned where there is no such document.
 */
export async function draftPage({ payload, press, settings }: Sources, library: Library, asked: AskedDraft): Promise<string | undefined> {
  const draft = await readDraft(payload, library, asked);
  // Of two drafts that want one address, each has a page of its own here.
  const page = draft && documentPages(draft.document).find(({ kind, locale }) => kind === 'document' && locale === asked.locale);
  if (!draft || !page) return undefined;
  const { collection, id } = asked;
  const laidOver = updateLibrary(library, { asOf: new Date().toISOString(), documents: [[{ collection, id }, draft.document]], media: draft.pictures });
  const { status, body } = await press.renderPage(page, readerOf(laidOver), settings);
  if (status >= 400) throw new Error(`${page.path} answered ${status} instead of a page.`);
  return body;
}
