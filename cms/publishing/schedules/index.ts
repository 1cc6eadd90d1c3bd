import type { Payload } from 'payload';
import type { Instant } from '../../library/types.ts';
import type { Schedule } from '../../payload-types.ts';
import { carryOut, writeSchedule } from './carryOut.ts';
import { instantOf } from './clock.ts';

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
      // What is planned for one document keeps its order.
      const held = new Set<string>();
      for (const { id, documentCollection, documentId } of await dueBy(payload, now)) {
        const document = `${documentCollection}/${documentId}`;
        if (held.has(document) || (notBefore.get(String(id)) ?? 0) > Date.now()) {
          held.add(document);
          continue;
        }
        try {
          await carryOut(payload, id, now);
          notBefore.delete(String(id));
        } catch (error) {
          errors.push(error);
          held.add(document);
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
    if (at !== schedule.at) await writeSchedule(payload, schedule.id, { at });
  }
}
