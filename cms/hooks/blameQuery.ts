import { type AfterErrorHook, APIError, type PayloadRequest, QueryError, type Where } from 'payload';
import { languageOf, type Said, said } from '../fields/said.ts';
import { isPossibleId } from './checkShape.ts';

const unanswerable = said(
  'This cannot be looked up as it is asked. Check the fields, operators and values of where, sort and the rest of the address.',
  'Esto no se puede buscar como se pide. Revise los campos, operadores y valores de where, sort y el resto de la dirección.',
);
const noSuchField = (paths: string) =>
  said(`This cannot be looked up by ${paths}: check the names of the fields.`, `Esto no se puede buscar por ${paths}: revise los nombres de los campos.`);
const notThere = said('There is no such document.', 'Ese documento no existe.');

/** What the admin sends with every request. */
const harmless = new Set(['locale', 'fallback-locale', 'depth', 'draft']);

/**
 * Says in the reader's language what cannot be asked. A value of the wrong kind in an address, such as a word where an id belongs, is the sender's mistake: Payload hands it to the database and answers 500.
 * A query is to blame when the same database answers a plain question. The log keeps the error itself.
 */
export const blameQuery: AfterErrorHook = async ({ collection, error, req }) => {
  const blame = (status: number, message: Said) => ({ status, response: { errors: [{ message: message[languageOf(req)] }] } });
  if (error instanceof QueryError) return blame(error.status, noSuchField(error.data.map(({ path }) => path).join(', ')));
  const failed = !(error instanceof APIError) || error.status === 500;
  if (!failed || !req.payload) return undefined;
  const id = req.routeParams?.id;
  if (id !== undefined && !isPossibleId(req, id)) return blame(404, notThere);
  const query: Record<string, unknown> = req.query ?? {};
  if (!collection || Object.keys(query).every((key) => harmless.has(key))) return undefined;
  const suspect = req.method === 'GET' || (query.where !== undefined && !(await canFind(req, collection.slug, query.where as Where)));
  return suspect && (await canFind(req, collection.slug, {})) ? blame(400, unanswerable) : undefined;
};

async function canFind({ payload, query }: PayloadRequest, collection: string, where: Where): Promise<boolean> {
  try {
    await payload.find({ collection: collection as 'topics', where, draft: String(query.draft) === 'true', select: {}, depth: 0, limit: 1, pagination: false });
    return true;
  } catch (error) {
    payload.logger.debug(error);
    return false;
  }
}
