import type { CollectionAfterChangeHook, FieldHook, PayloadRequest } from 'payload';
import { hashOf } from '../library/contentHash.ts';
import { documentFrom, ParseProblem, publishedLocales } from '../library/parse/index.ts';
import { uidOf } from '../library/parse/workshop.ts';

type Row = Record<string, unknown>;

/** What of a workshop, when it changes, changes an entry in a reader's calendar. */
const dateFields = ['segments', 'exceptions', 'sessions', 'whenCancelled', 'obeysClosures', 'facilitators', 'format', 'archived'] as const;

/**
 * Counts, in the save's own transaction, each change of a workshop's public dates: calendars ignore a change whose SEQUENCE did not rise (RFC 5546 2.1.5).
 * A draft changes nothing, and an older version that is put back counts on.
 */
export const recordCalendar: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const within = { transactionID: req.transactionID } as Partial<PayloadRequest>;
  const where = { id: { equals: doc.id } };
  const main = (await req.payload.db.findOne({ collection: collection.slug, where, locale: 'all', req: within })) as Row | null;
  if (!main || String(main.updatedAt) !== String(doc.updatedAt)) return doc;
  const documentId = String(doc.id);
  const { docs } = await req.payload.find({ collection: 'calendars', where: { documentId: { equals: documentId } }, depth: 0, limit: 1, req: within });
  const [calendar] = docs;
  const isPublic = !main.deletedAt && publishedLocales(main._status).length > 0;
  const datesHash = hashOf([isPublic, datesOf(main)]);
  if (!calendar && !isPublic) return doc;
  if (!calendar) {
    await req.payload.create({ collection: 'calendars', data: { documentId, uid: uidOf(String(main.code)), sequence: 0, datesHash }, depth: 0, req: within });
  } else if (calendar.datesHash !== datesHash) {
    await req.payload.update({ collection: 'calendars', id: calendar.id, data: { sequence: calendar.sequence + 1, datesHash }, depth: 0, req: within });
  }
  return doc;
};

/** The dates as families read of them, whatever form the database gave them; nothing while they cannot be read, and an older version stands in. */
function datesOf(main: Row): unknown[] {
  try {
    const workshop = documentFrom('workshops', main);
    return dateFields.map((name) => workshop[name]);
  } catch (error) {
    if (error instanceof ParseProblem) return [];
    throw error;
  }
}

/** The same for the program's closures, which cancel dates of many workshops at once. What a request brings does not count. */
export const countClosures: FieldHook = ({ data, originalDoc }) => {
  const before = Number(originalDoc?.closuresSequence ?? 0);
  const isSame = data?.closures === undefined || hashOf(plain(data.closures)) === hashOf(plain(originalDoc?.closures));
  return isSame ? before : before + 1;
};

/** The days alone: the reason of one language is all that a save in it brings. */
const plain = (closures: unknown) => (Array.isArray(closures) ? closures : []).map(({ from, to }: { from: string; to: string }) => [from, to]);
