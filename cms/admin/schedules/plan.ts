import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload';
import type { ScheduledCollection } from '../../collections/scheduled.ts';
import { Refusal } from '../../hooks/refusal.ts';
import type { Schedule } from '../../payload-types.ts';
import { orderOf } from '../../publishing/schedules/carryOut.ts';
import { NotPossible } from '../../publishing/schedules/order.ts';
import { putOut } from '../../publishing/schedules/putOut.ts';

type Data = Record<string, unknown>;

/**
 * Plans each of the languages, or none. Where the database has transactions, it is all carried out once and taken back: what could not go out at its
 * time is refused now, while somebody is there to mend it.
 */
export async function planEach(req: PayloadRequest, collection: ScheduledCollection, documentId: string, given: Data): Promise<Schedule[]> {
  const { locales, ...rest } = given;
  const wanted = (Array.isArray(locales) ? locales : []).map((locale) => ({ ...rest, locale, documentCollection: collection, documentId }));
  await rehearse(req, wanted);
  return inTransaction(req, () => createEach(req, wanted));
}

async function createEach(req: PayloadRequest, wanted: Data[]): Promise<Schedule[]> {
  // Not `req` itself: Payload would write the language of its own calls into it.
  const { payload, user, i18n, searchParams } = req;
  // A promise of none where the database has no transactions.
  const transactionID = await req.transactionID;
  const made: Schedule[] = [];
  try {
    for (const data of wanted) {
      const within = { user, i18n, searchParams, ...(transactionID ? { transactionID } : {}) };
      made.push(await payload.create({ collection: 'schedules', data: data as never, depth: 0, overrideAccess: false, req: within }));
    }
    return made;
  } catch (error) {
    if (!transactionID) await payload.delete({ collection: 'schedules', where: { id: { in: made.map(({ id }) => id) } }, overrideAccess: true });
    throw error;
  }
}

async function rehearse(req: PayloadRequest, wanted: Data[]): Promise<void> {
  const began = await initTransaction(req);
  if (!began) return;
  try {
    const { i18n } = req;
    const transactionID = await req.transactionID;
    for (const schedule of await createEach(req, wanted))
      await putOut(req.payload, orderOf(schedule), () => ({ i18n, ...(transactionID ? { transactionID } : {}) }));
  } catch (error) {
    if (error instanceof NotPossible) throw new Refusal(req, error.why);
    throw error;
  } finally {
    await killTransaction(req);
  }
}

async function inTransaction<T>(req: PayloadRequest, action: () => Promise<T>): Promise<T> {
  const began = await initTransaction(req);
  try {
    const result = await action();
    if (began) await commitTransaction(req);
    return result;
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
}
