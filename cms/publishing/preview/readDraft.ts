import type { CollectionSlug, Payload, Where } from 'payload';
import type { Locale } from '../../library/locales.ts';
import { type Beside, documentFrom, Fields, fileFrom, mediaFrom, ParseProblem } from '../../library/parse/index.ts';
import type { PublicCollection } from '../../library/sections.ts';
import type { AnyDocument, Id, Library, Media } from '../../library/types.ts';

/** Which text somebody wants to see as a page: the newest draft, or the version that is named. */
export interface AskedDraft {
  collection: PublicCollection;
  id: Id;
  locale: Locale;
  version?: string | undefined;
}

/** A draft as the library would hold it if this language were published as it stands, with the pictures in it that are not published either. */
export interface Draft {
  document: AnyDocument;
  pictures: [Id, Media][];
}

type Row = Record<string, unknown> & { id: number | string };

const untitled: Record<Locale, string> = { en: 'Without a title yet', es: 'Todavía sin título' };
const unnamedPicture: Record<Locale, string> = { en: 'Picture without words yet', es: 'Imagen todavía sin texto' };

/** Nothing where there is no such document or version, or where it is in the trash. Throws `ParseProblem` where the text cannot be shown. */
export async function readDraft(payload: Payload, library: Library, asked: AskedDraft): Promise<Draft | undefined> {
  const stored = await rowOf(payload, asked);
  if (!stored) return undefined;
  const { collection, id, locale } = asked;
  const row = withWords(stored, locale, { slug: `draft-${id}`, [titleField(collection)]: untitled[locale] });
  const files = await filesOf(payload, row, locale);
  const workshop = library.documents.workshops.get(id);
  const calendars = new Map(collection === 'workshops' && workshop ? [[id, { uid: workshop.uid, sequence: workshop.sequence }]] : []);
  const draft = documentFrom(collection, row, { take: [locale], beside: { files, calendars } });
  // The other language stays what families read of it.
  const published = library.documents[collection].get(id) as AnyDocument | undefined;
  const document = { ...draft, text: { ...published?.text, ...draft.text } } as AnyDocument;
  return { document, pictures: await unpublishedPictures(payload, library, document, locale) };
}

async function rowOf(payload: Payload, { collection, id, version }: AskedDraft): Promise<Row | undefined> {
  const [row] = await rows(payload, collection, { id: { equals: id } }, true);
  if (!row || version === undefined) return row;
  const { docs } = await payload.findVersions({
    collection,
    where: { id: { equals: version }, parent: { equals: row.id } },
    limit: 1,
    pagination: false,
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    overrideAccess: true,
  });
  const found = docs[0] as unknown as { version: Row } | undefined;
  return found && { ...found.version, id: row.id, code: row.code };
}

/** A draft may lack what a published text must have. */
function withWords(row: Row, locale: Locale, words: Record<string, string>): Row {
  const filled = Object.entries(words).map(([name, instead]) => {
    const texts = (row[name] ?? {}) as Partial<Record<Locale, unknown>>;
    const own = texts[locale];
    return [name, typeof own === 'string' && own.trim() ? texts : { ...texts, [locale]: instead }];
  });
  return { ...row, ...Object.fromEntries(filled) };
}

function titleField(collection: PublicCollection): string {
  return collection === 'faqs' ? 'question' : collection === 'terms' ? 'term' : 'title';
}

/** The files that are part of what a row says. */
async function filesOf(payload: Payload, row: Row, locale: Locale): Promise<Beside['files']> {
  const files = await rows(payload, 'files', { id: { in: idsIn(row.file, locale) } });
  return new Map(files.map((file) => [String(file.id), fileFrom(new Fields(file))]));
}

function idsIn(value: unknown, locale: Locale): unknown[] {
  const own = value && typeof value === 'object' && !Array.isArray(value) ? (value as Partial<Record<Locale, unknown>>)[locale] : value;
  return (Array.isArray(own) ? own : [own]).filter((id) => id !== undefined && id !== null);
}

/** The pictures of this text that families cannot see yet: an editor chose them and wants to see them in their place. One without a file is left out. */
async function unpublishedPictures(payload: Payload, library: Library, document: AnyDocument, locale: Locale): Promise<[Id, Media][]> {
  const wanted = [...new Set(picturesIn(document.text[locale]))].filter((id) => !library.media.has(id));
  const found: [Id, Media][] = [];
  for (const row of await rows(payload, 'media', { id: { in: wanted } }, true)) {
    const filled = withWords(row, locale, { alt: unnamedPicture[locale] });
    try {
      found.push([String(row.id), mediaFrom(new Fields(filled), [locale], { files: await filesOf(payload, filled, locale), calendars: new Map() })]);
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
    }
  }
  return found;
}

/** The ids of every picture in a text, wherever it stands. */
function picturesIn(value: unknown): Id[] {
  if (Array.isArray(value)) return value.flatMap(picturesIn);
  if (!value || typeof value !== 'object') return [];
  const { type, media, picture } = value as { type?: unknown; media?: unknown; picture?: unknown };
  const own = [type === 'picture' ? media : undefined, picture].filter((id): id is Id => typeof id === 'string');
  return [...own, ...Object.values(value).flatMap(picturesIn)];
}

async function rows(payload: Payload, collection: string, where: Where & { id: { in?: unknown[]; equals?: unknown } }, draft = false): Promise<Row[]> {
  if (where.id.in?.length === 0) return [];
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where,
    pagination: false,
    depth: 0,
    locale: 'all',
    fallbackLocale: false,
    draft,
    trash: false,
    overrideAccess: true,
  });
  return docs as unknown as Row[];
}
