import { type CollectionAfterOperationHook, killTransaction, type PayloadRequest } from 'payload';
import { languageOf, said } from '../fields/said.ts';
import { Refusal } from './refusal.ts';

interface Outcome {
  docs: unknown[];
  errors: { id: number | string; isPublic: boolean; message: string }[];
}

/**
 * What is done to several documents at once is done to all of them or to none: Payload stores those that it could, and reports the others. Where the
 * database has no transactions, those that were stored stay.
 */
export const allOrNothing: CollectionAfterOperationHook = async ({ collection, operation, req, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result;
  const { docs, errors } = result as unknown as Outcome;
  // The transaction is a promise of none where the database has none.
  if (errors.length === 0 || !(await req.transactionID)) return result;
  await killTransaction(req);
  if (docs.length === 0 && req.payloadAPI === 'REST') return result;
  const refused = await Promise.all(errors.map(async (error) => ({ ...error, message: await explained(req, collection, error) })));
  // In words of our own only where the caller reads them: another one must learn that its transaction is gone.
  if (req.payloadAPI !== 'REST') throw new Refusal(req, said(refused.map(({ message }) => message).join(' '), refused.map(({ message }) => message).join(' ')));
  return { docs: [], errors: refused } as unknown as typeof result;
};

async function explained(req: PayloadRequest, { slug, admin }: { slug: string; admin: { useAsTitle?: string } }, { id, message }: Outcome['errors'][number]) {
  const row = await req.payload.find({
    collection: slug as 'articles',
    where: { id: { equals: id } },
    draft: true,
    trash: true,
    depth: 0,
    limit: 1,
    pagination: false,
    locale: req.locale as 'en',
    fallbackLocale: false,
  });
  const title = (row.docs[0] as unknown as Record<string, unknown> | undefined)?.[admin.useAsTitle ?? 'id'];
  return `“${typeof title === 'string' ? title : id}”: ${message.replace(/[^.!?]$/, '$&.')} ${nothing[languageOf(req)]}`;
}

const nothing = said(
  'Nothing was changed. Correct this one, or leave it out, and try again.',
  'No se cambió nada. Corrija este, o déjelo fuera, e inténtelo de nuevo.',
);
