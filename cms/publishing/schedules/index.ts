import { initI18n } from '@payloadcms/translations';
import type { Payload } from 'payload';
import type { Said } from '../../fields/said.ts';
import { type Locale, locales } from '../../library/locales.ts';
import type { Instant } from '../../library/types.ts';
import type { Schedule } from '../../payload-types.ts';
import { instantOf } from './clock.ts';
import { NotPossible, type Order, putOut, seenAfter } from './putOut.ts';
import type { Within } from './texts.ts';

const retryAfter = 5_000;

export interface Schedules {
  /**
   * Carries out every schedule whose time has come, oldest first, each in one transaction with its publication and its state: a kill between leaves all
   * of it or nothing. What can never go out is marked as failed with what to do. What fails for another reason, as when the database does not answer,
   * goes on waiting, is tried again every few seconds, and is returned.
   */
  carryOutDue(now?: Instant): Promise<unknown[]>;
}

/** The planned publications of a database, for the publisher. It acts as the system: whoever planned may be gone. */
export function openSchedules(payload: Payload): Schedules {
  let zonesSettled = false;
  const notBefore = new Map<string, number>();
  return {
    async carryOutDue(now = new Date().toISOString()) {
      // The local time is what was meant. The rules of a zone can only change under a program that starts again.
      if (!zonesSettled) await settleInstants(payload);
      zonesSettled = true;
      const errors: unknown[] = [];
      for (const { id } of await dueBy(payload, now)) {
        if ((notBefore.get(String(id)) ?? 0) > Date.now()) continue;
        try {
          await carryOut(payload, id, now);
          notBefore.delete(String(id));
        } catch (error) {
          errors.push(error);
          notBefore.set(String(id), Date.now() + retryAfter);
        }
      }
      return errors;
    },
  };
}

async function dueBy(payload: Payload, now: Instant): Promise<Schedule[]> {
  const { docs } = await payload.find({
    collection: 'schedules',
    where: { state: { equals: 'waiting' }, at: { less_than_equal: now } },
    sort: ['at', 'id'],
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs;
}

async function settleInstants(payload: Payload): Promise<void> {
  const { docs } = await payload.find({ collection: 'schedules', where: { state: { equals: 'waiting' } }, pagination: false, depth: 0, overrideAccess: true });
  for (const schedule of docs) {
    const at = instantOf(schedule);
    if (at !== schedule.at) await write(payload, schedule.id, { at });
  }
}

/** Tries in one language of the admin after the other: a refusal is kept in the words of both. */
async function carryOut(payload: Payload, id: Schedule['id'], now: Instant): Promise<void> {
  const reasons: Partial<Said> = {};
  for (const language of locales) {
    try {
      await attempt(payload, id, now, language);
      return;
    } catch (error) {
      const reason = refusalIn(error, language);
      if (reason === undefined) throw error;
      reasons[language] = reason;
    }
  }
  await write(payload, id, { state: 'failed', carriedOutAt: now, error: reasons });
}

async function attempt(payload: Payload, id: Schedule['id'], now: Instant, language: Locale): Promise<void> {
  const transactionID = await payload.db.beginTransaction();
  const i18n = await initI18n({ config: payload.config.i18n, context: 'api', language });
  const within: Within = () => ({ i18n, ...(transactionID === null ? {} : { transactionID }) });
  try {
    const schedule = await payload.findByID({ collection: 'schedules', id, depth: 0, overrideAccess: true, req: within() });
    if (schedule.state === 'waiting') {
      const order = orderOf(schedule);
      const { collection, id: documentId } = order.document;
      const seen = await seenAfter(payload, { collection, id: documentId }, within, () => putOut(payload, order, within));
      await tellOthers(payload, schedule, seen, within);
      await write(payload, id, { state: 'done', carriedOutAt: now, error: null }, within);
    }
    if (transactionID !== null) await payload.db.commitTransaction(transactionID);
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID);
    throw error;
  }
}

function orderOf({ id, by, documentCollection, documentId, locale, action, version, prints }: Schedule): Order {
  return {
    id,
    by: (by as Order['by'] | undefined) ?? null,
    document: { collection: documentCollection, id: documentId, locale },
    action,
    version: version ?? '',
    prints: prints as unknown as Order['prints'],
  };
}

async function tellOthers(payload: Payload, done: Schedule, seen: Awaited<ReturnType<typeof seenAfter>>, within: Within): Promise<void> {
  const { docs } = await payload.find({
    collection: 'schedules',
    where: {
      state: { equals: 'waiting' },
      documentCollection: { equals: done.documentCollection },
      documentId: { equals: done.documentId },
      id: { not_equals: done.id },
    },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req: within(),
  });
  for (const other of docs) {
    const { prints } = orderOf(other);
    await write(payload, other.id, { prints: { ...prints, seen: seen(other.locale, prints.seen) } }, within);
  }
}

async function write(
  payload: Payload,
  id: Schedule['id'],
  data: Partial<Pick<Schedule, 'at' | 'state' | 'carriedOutAt' | 'error' | 'prints'>>,
  within?: Within,
) {
  await payload.update({ collection: 'schedules', id, data, depth: 0, overrideAccess: true, context: { carryingOut: true }, ...(within && { req: within() }) });
}

interface Refused {
  status?: number;
  message?: string;
  data?: { errors?: { label?: string; path?: string; message?: string }[] };
}

/** Why the CMS itself would not take it; nothing for a failure that may pass. */
function refusalIn(error: unknown, language: Locale): string | undefined {
  if (error instanceof NotPossible) return error.why[language];
  const { status, message, data } = error as Refused;
  if (status === undefined || status >= 500) return undefined;
  const mistakes = (data?.errors ?? []).map(({ label, path, message: said }) => `${label ?? path}: ${said}`);
  return `${mistakes.join(' ') || message} ${whatToDo[language]}`;
}

const whatToDo: Said = { en: 'Correct it and plan it again.', es: 'Corríjalo y vuelva a programarlo.' };
