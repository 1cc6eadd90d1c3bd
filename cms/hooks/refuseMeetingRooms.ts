import type { CollectionBeforeChangeHook, FlattenedField, GlobalBeforeChangeHook } from 'payload';
import { namesMeetingRoom } from '../fields/meetingRoom.ts';
import { said } from '../fields/said.ts';
import { newestTexts, publishesEveryLanguage } from './everyLanguage.ts';
import { refuse } from './refuse.ts';

type Row = Record<string, unknown>;

const refused = said(
  'This gives away a meeting room. Whoever finds it could come in, and calendars would keep it. Take it out, and say how to ask for the link.',
  'Esto da a conocer una sala en línea. Cualquiera podría entrar, y los calendarios la guardarían. Quítela, y diga cómo pedir el enlace.',
);

/** Publishes no address and no number of a meeting room, in whichever field and language it stands. A draft may have one. */
export const refuseMeetingRooms: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const hasDrafts = Boolean(collection.versions?.drafts);
  if (hasDrafts && data._status !== 'published' && !publishesEveryLanguage(data, originalDoc)) return data;
  const others = hasDrafts && publishesEveryLanguage(data, originalDoc) ? await newestTexts(req, collection.slug, originalDoc.id) : {};
  const found = new Set([...given(collection.flattenedFields, data), ...given(collection.flattenedFields, others)]);
  if (found.size === 0) return data;
  return refuse(
    req,
    [...found].map((path) => ({ path, message: refused })),
    { collection: collection.slug },
  );
};

/** The same for what stands on every page. */
export const refuseMeetingRoomsOnEveryPage: GlobalBeforeChangeHook = ({ global, data, req }) => {
  const found = given(global.flattenedFields, data);
  if (found.length === 0) return data;
  return refuse(
    req,
    found.map((path) => ({ path, message: refused })),
    { global: global.slug },
  );
};

/** The fields, rows among them, in which a room is given away. */
function given(fields: readonly FlattenedField[], data: Row, at = ''): string[] {
  return fields.flatMap((field) => {
    const value = data[field.name];
    const path = `${at}${field.name}`;
    if (value === undefined || value === null) return [];
    if (field.type === 'array' && Array.isArray(value)) return value.flatMap((row: Row, index) => given(field.flattenedFields, row, `${path}.${index}.`));
    if (field.type === 'group') return given(field.flattenedFields, value as Row, `${path}.`);
    return textsIn(value).some(namesMeetingRoom) ? [path] : [];
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
