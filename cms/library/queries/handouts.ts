import { inLocale, richTextOf } from '../inLocale.ts';
import type { Locale } from '../locales.ts';
import { paths } from '../paths.ts';
import { type ReviewState, reviewState, reviewsOf } from '../reviewState.ts';
import type { RichText } from '../richText.ts';
import type { Day, Id, Library, Media, StoredFile } from '../types.ts';
import { byTitle, type Card, cardsOf, type ListPage, listPage } from './card.ts';
import { dayIn, programDay } from './program.ts';

/** A material where another text points at it. */
export interface MaterialNoteView {
  lang: Locale;
  title: string;
  summary: string;
  /** Its own page. */
  path: string;
  /** Whether that page is the sheet itself, to read and to print. */
  sheet: boolean;
  /** Where the file or the page elsewhere stands; `file` describes what a download brings. */
  href: string;
  file?: { mimeType: string; bytes: number };
}

export function materialNote(library: Library, locale: Locale, id: Id): MaterialNoteView | undefined {
  const material = library.documents.materials.get(id);
  const found = material && inLocale(material, locale);
  if (!material || !found) return undefined;
  const { slug, title, summary, body, file, url } = found.text;
  return {
    lang: found.lang,
    title,
    summary,
    path: paths.document(locale, 'materials', slug),
    sheet: body !== undefined,
    href: file ? paths.materialFile(found.lang, material.code, extensionOf(file)) : (url ?? ''),
    ...(file ? { file: { mimeType: file.mimeType, bytes: file.bytes } } : {}),
  };
}

export interface MaterialView extends MaterialNoteView {
  body: RichText;
  /** The day of its text, where the program is. */
  writtenOn: Day;
  review: ReviewState;
  topics: Card[];
}

export function materialPage(library: Library, locale: Locale, id: Id): MaterialView | undefined {
  const note = materialNote(library, locale, id);
  const material = library.documents.materials.get(id);
  if (!material || !note) return undefined;
  return {
    ...note,
    body: richTextOf(material, note.lang),
    writtenOn: dayIn(library.program.zone, material.updatedAt),
    review: reviewState(material, note.lang, reviewsOf(library, material), programDay(library)),
    topics: cardsOf(
      library,
      locale,
      material.topics.map((topic) => ({ collection: 'topics', id: topic })),
    ),
  };
}

export function extensionOf(file: StoredFile): string {
  return file.filename.split('.').at(-1)?.toLowerCase() ?? 'bin';
}

export function materials(library: Library, locale: Locale, page: number): ListPage {
  return listPage(byTitle(library, locale, 'materials'), page);
}

export interface KitView {
  id: Id;
  lang: Locale;
  title: string;
  intro: string;
  items: { card: Card; short: string; note: string }[];
}

export function kitPage(library: Library, locale: Locale, id: Id): KitView | undefined {
  const kit = library.documents.kits.get(id);
  const found = kit && inLocale(kit, locale);
  if (!kit || !found) return undefined;
  return {
    id,
    lang: found.lang,
    title: found.text.title,
    intro: found.text.intro,
    items: kit.items.flatMap((ref, index) => {
      const [card] = cardsOf(library, locale, [ref]);
      const code = library.documents[ref.collection].get(ref.id)?.code;
      return card ? [{ card, short: code ? paths.short(locale, code) : card.path, note: found.text.notes[index] ?? '' }] : [];
    }),
  };
}

export function kits(library: Library, locale: Locale, page: number): ListPage {
  return listPage(byTitle(library, locale, 'kits'), page);
}

export interface PictureView {
  alt: string;
  caption: string;
  /** The language of `alt` and `caption`. */
  lang: Locale;
  file: StoredFile;
}

export function picture(library: Library, locale: Locale, id: Id): PictureView | undefined {
  const media: Media | undefined = library.media.get(id);
  const found = media && inLocale(media, locale);
  return media && found && { ...found.text, lang: found.lang, file: media.file };
}
