import type { FlattenedField, Payload } from 'payload';
import { type Said, said } from '../../fields/said.ts';
import { type DocumentIn, isShared, mainRow, printOf, publicPrint, type Row, type Text, textOf, versionOf, type Within, writtenFields } from './texts.ts';

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

/** What this order would put in the main row now; nothing where there is nothing to do. Throws `NotPossible` where it cannot be carried out. */
export async function textToPutOut(payload: Payload, order: Order, within: Within): Promise<Text | undefined> {
  const fields = writtenFields(payload, order.document.collection);
  const main = await mainRow(payload, order.document, within);
  const isOff = !main || main.deletedAt || main._status !== 'published';
  if (order.action === 'unpublish' && isOff) return undefined;
  if (!main) throw new NotPossible(deleted);
  if (main.deletedAt) throw new NotPossible(trashed);
  return order.action === 'publish' ? chosenText(payload, order, fields, main, within) : textOf(fields, main);
}

async function chosenText(payload: Payload, { document, version, prints }: Order, fields: FlattenedField[], main: Row, within: Within): Promise<Text> {
  const found = await versionOf(payload, document, within, version);
  if (!found) throw new NotPossible(versionGone);
  const chosen = textOf(fields, found.version);
  const print = printOf(chosen);
  // A field that the program got or lost since is no change of the text.
  const isAsPlanned = Object.entries(prints.chosen).every(([name, hash]) => print[name] === undefined || print[name] === hash);
  if (!isAsPlanned) throw new NotPossible(versionChanged);
  const now = await publicPrint(payload, document, within);
  const published = textOf(fields, main);
  const changed = (name: string) => now[name] !== undefined && now[name] !== prints.seen[name] && now[name] !== print[name];
  if (fields.some((field) => !isShared(field) && changed(field.name))) throw new NotPossible(anotherText);
  const shared = fields.filter((field) => isShared(field) && changed(field.name));
  const clash = shared.filter(({ name }) => print[name] !== prints.seen[name]);
  if (clash.length > 0) throw new NotPossible(anotherShared(clash));
  return { ...chosen, ...Object.fromEntries(shared.map(({ name }) => [name, published[name]])) };
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
