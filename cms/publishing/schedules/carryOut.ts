import { initI18n } from '@payloadcms/translations';
import type { Payload } from 'payload';
import type { Said } from '../../fields/said.ts';
import { type Locale, locales } from '../../library/locales.ts';
import type { Instant } from '../../library/types.ts';
import type { Schedule } from '../../payload-types.ts';
import { NotPossible, type Order } from './order.ts';
import { putOut } from './putOut.ts';
import { seenAfter } from './seenAfter.ts';
import type { Within } from './texts.ts';

/** Tries in one language of the admin after the other: a refusal is kept in the words of both. */
export async function carryOut(payload: Payload, id: Schedule['id'], now: Instant): Promise<void> {
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
  await writeSchedule(payload, id, { state: 'failed', carriedOutAt: now, error: reasons });
}

async function attempt(payload: Payload, id: Schedule['id'], now: Instant, language: Locale): Promise<void> {
  const i18n = await initI18n({ config: payload.config.i18n, context: 'api', language });
  const transactionID = await payload.db.beginTransaction();
  const within: Within = () => ({ i18n, ...(transactionID === null ? {} : { transactionID }) });
  try {
    const schedule = await payload.findByID({ collection: 'schedules', id, depth: 0, overrideAccess: true, req: within() });
    if (schedule.state === 'waiting') {
      const order = orderOf(schedule);
      const { collection, id: documentId } = order.document;
      const seen = await seenAfter(payload, { collection, id: documentId }, within, () => putOut(payload, order, within));
      await tellOthers(payload, schedule, seen, within);
      await writeSchedule(payload, id, { state: 'done', carriedOutAt: now, error: null }, within);
    }
    if (transactionID !== null) await payload.db.commitTransaction(transactionID);
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID);
    throw error;
  }
}

export function orderOf({ id, by, documentCollection, documentId, locale, action, version, prints }: Schedule): Order {
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
    await writeSchedule(payload, other.id, { prints: { ...prints, seen: seen(other.locale, prints.seen) } }, within);
  }
}

export async function writeSchedule(
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
