import type { FlattenedField, Payload } from 'payload';
import { type Said, said } from '../../fields/said.ts';
import { locales } from '../../library/locales.ts';
import {
  type DocumentIn,
  isShared,
  mainRow,
  printOf,
  publicPrint,
  type Row,
  type Text,
  textOf,
  type Version,
  versionOf,
  type Within,
  writtenFields,
} from './texts.ts';

/** What a schedule asks for. `prints` are the hashes of the chosen version and of what families saw, at the time of planning. */
export interface Order {
  id: number | string;
  by: number | string | null;
  document: DocumentIn;
  action: 'publish' | 'unpublish';
  version: string;
  prints: { chosen: Record<string, string>; seen: Record<string, string> };
}

/** Why a schedule was not carried out, and what to do. */
export class NotPossible extends Error {
  readonly why: Said;

  constructor(why: Said) {
    super(why.en);
    this.why = why;
  }
}

/**
 * Publishes exactly the chosen version in exactly its language, or takes that language off the site; all of it within the caller's transaction. What was
 * written later stays the newest draft, and the other language stays as it is. A field that both languages share goes out with the version, as the form
 * says; one that only changed on the site since stays as it is there.
 */
export async function putOut(payload: Payload, order: Order, within: Within): Promise<void> {
  const { collection, id, locale } = order.document;
  const main = await mainRow(payload, order.document, within);
  const isOff = !main || main.deletedAt || main._status !== 'published';
  if (order.action === 'unpublish' && isOff) return;
  if (!main) throw new NotPossible(deleted);
  if (main.deletedAt) throw new NotPossible(trashed);
  const fields = writtenFields(payload, collection);
  const text = order.action === 'publish' ? await chosenText(payload, order, fields, main, within) : textOf(fields, main);
  const newest = await newestVersion(payload, order.document, within);
  const newestText = newest && textOf(fields, ((await versionOf(payload, order.document, within, String(newest.id))) as Version).version);
  await payload.update({
    collection,
    id,
    locale,
    fallbackLocale: false,
    data: { ...text, _status: order.action === 'publish' ? 'published' : 'draft' } as object,
    depth: 0,
    overrideAccess: true,
    context: { schedule: { id: order.id, by: order.by } },
    req: within(),
  });
  const isLater = newest && String(newest.id) !== order.version && !same(printOf(newestText ?? {}), printOf(text));
  if (isLater) await keepAsDraft(payload, order.document, newest, within);
}

async function chosenText(payload: Payload, { document, version, prints }: Order, fields: FlattenedField[], main: Row, within: Within): Promise<Text> {
  const found = await versionOf(payload, document, within, version);
  if (!found) throw new NotPossible(versionGone);
  const chosen = textOf(fields, found.version);
  const print = printOf(chosen);
  if (!same(print, prints.chosen)) throw new NotPossible(versionChanged);
  const now = await publicPrint(payload, document, within);
  const published = textOf(fields, main);
  const changed = (name: string) => now[name] !== undefined && now[name] !== prints.seen[name] && now[name] !== print[name];
  if (fields.some((field) => !isShared(field) && changed(field.name))) throw new NotPossible(anotherText);
  const shared = fields.filter((field) => isShared(field) && changed(field.name));
  const clash = shared.filter(({ name }) => print[name] !== prints.seen[name]);
  if (clash.length > 0) throw new NotPossible(anotherShared(clash));
  return { ...chosen, ...Object.fromEntries(shared.map(({ name }) => [name, published[name]])) };
}

/** The newest version as the database keeps it, in every language. */
async function newestVersion(payload: Payload, { collection, id }: DocumentIn, within: Within): Promise<Version | undefined> {
  const { docs } = await payload.db.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    locale: 'all',
    req: within(),
  });
  return docs[0] as unknown as Version | undefined;
}

/** Lays a draft, as it was, on top of what was published now. */
async function keepAsDraft(payload: Payload, document: DocumentIn, draft: Version, within: Within): Promise<void> {
  const below = await newestVersion(payload, document, within);
  const now = new Date(Math.max(Date.now(), Date.parse(below?.updatedAt ?? '') + 1 || 0)).toISOString();
  const statuses = draft.version._status as Record<string, string> | undefined;
  const main = await mainRow(payload, document, within);
  await payload.db.createVersion({
    collectionSlug: document.collection,
    parent: main?.id ?? document.id,
    autosave: false,
    createdAt: now,
    updatedAt: now,
    versionData: {
      ...draft.version,
      _status: { ...statuses, [document.locale]: 'draft' },
      publishedAt: main?.publishedAt,
      updatedAt: now,
    } as never,
    req: within(),
  } as Parameters<typeof payload.db.createVersion>[0]);
}

/** After a publication by schedule: what it put on the site counts, for the other schedules of the document, as seen when they were planned. */
export async function seenAfter(
  payload: Payload,
  document: Omit<DocumentIn, 'locale'>,
  within: Within,
  change: () => Promise<void>,
): Promise<(locale: DocumentIn['locale'], seen: Record<string, string>) => Record<string, string>> {
  const prints = async () =>
    Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await publicPrint(payload, { ...document, locale }, within)] as const)));
  const before = await prints();
  await change();
  const after = await prints();
  return (locale, seen) => {
    const names = new Set([...Object.keys(seen), ...Object.keys(after[locale] ?? {})]);
    const entries = [...names].map((name) => [name, seen[name] === before[locale]?.[name] ? after[locale]?.[name] : seen[name]] as const);
    return Object.fromEntries(entries.flatMap(([name, hash]) => (hash === undefined ? [] : [[name, hash]])));
  };
}

function same(a: Record<string, string>, b: Record<string, string>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => a[name] === b[name]);
}

const deleted = said('The document was deleted. There is nothing left to do.', 'El documento fue borrado. No queda nada que hacer.');
const trashed = said(
  'The document was in the trash. Take it out of the trash and plan it again.',
  'El documento estaba en la papelera. Sáquelo de la papelera y vuelva a programarlo.',
);
const versionGone = said(
  'The chosen version does not exist any more. Open the document, choose the text that should go out, and plan it again.',
  'La versión elegida ya no existe. Abra el documento, elija el texto que debe salir y vuelva a programarlo.',
);
const versionChanged = said(
  'The chosen version was changed after it was planned. Read it again and plan it again.',
  'La versión elegida cambió después de programarla. Léala de nuevo y vuelva a programarla.',
);
const anotherText = said(
  'Another text was published by hand after this was planned, and the planned version would have taken it back. Read both, and plan the one that should go out.',
  'Después de programarlo se publicó a mano otro texto, y la versión programada lo habría deshecho. Lea los dos y programe el que deba salir.',
);

function anotherShared(fields: FlattenedField[]): Said {
  const names = (language: 'en' | 'es') => fields.map(({ name, ...field }) => (field as { label?: Partial<Said> }).label?.[language] ?? name).join(', ');
  return said(
    `What both languages share was published by hand after this was planned (${names('en')}), and the planned version has something else there. Decide which is right, and plan it again.`,
    `Después de programarlo se publicó a mano algo común a los dos idiomas (${names('es')}), y la versión programada dice otra cosa. Decida cuál es correcto y vuelva a programarlo.`,
  );
}
