import type { Where } from 'payload';
import type { Locale } from '../../library/locales.ts';
import type { Instant } from '../../library/types.ts';
import { ask, type Desk, type Item, type Row } from '../dashboard/desk.ts';
import { namesOf } from '../dashboard/recentPublications.ts';
import type { Action } from './planning.ts';
import { failedFor } from './readPlanning.ts';

/** A planned publication as the dashboard lists it. */
export interface PlanItem extends Item {
  id: string;
  locale: Locale;
  action: Action;
  at: Instant;
  zone: string;
  /** Why it was not carried out, and what to do. */
  error: string;
}

/** What is planned, the next first; and what was not carried out, until somebody publishes that document or plans it again. */
export async function plansOnDesk(desk: Desk, untitled: string): Promise<{ failed: PlanItem[]; ahead: PlanItem[] }> {
  const lately = new Date(Date.now() - failedFor).toISOString();
  const [ahead, failures] = await Promise.all([
    ask(desk, 'schedules', { where: { state: { equals: 'waiting' } }, sort: 'at' }),
    ask(desk, 'schedules', { where: { state: { equals: 'failed' }, carriedOutAt: { greater_than: lately } }, sort: '-carriedOutAt' }),
  ]);
  const failed = await notMended(desk, failures);
  const nameOf = await namesOf(desk, [...ahead, ...failed], untitled);
  const itemOf = (row: Row): PlanItem => ({
    ...nameOf(row),
    id: String(row.id),
    locale: row.locale as Locale,
    action: row.action as Action,
    at: String(row.at),
    zone: String(row.zone),
    error: (row.error as Partial<Record<Locale, string>> | null)?.[desk.language] ?? '',
  });
  return { failed: failed.map(itemOf), ahead: ahead.map(itemOf) };
}

async function notMended(desk: Desk, failures: Row[]): Promise<Row[]> {
  if (failures.length === 0) return [];
  const ofThese: Where = { documentId: { in: [...new Set(failures.map(({ documentId }) => String(documentId)))] } };
  const [plans, publications] = await Promise.all([
    ask(desk, 'schedules', { where: { ...ofThese, state: { in: ['waiting', 'done'] } }, limit: 500, sort: '-createdAt' }),
    ask(desk, 'publications', { where: ofThese, limit: 500, sort: '-savedAt' }),
  ]);
  const isOf = (failure: Row) => (row: Row) => row.documentCollection === failure.documentCollection && row.documentId === failure.documentId;
  return failures.filter(
    (failure) =>
      !plans.filter(isOf(failure)).some((plan) => plan.locale === failure.locale && String(plan.createdAt) > String(failure.carriedOutAt)) &&
      !publications.filter(isOf(failure)).some((row) => String(row.savedAt) > String(failure.carriedOutAt)),
  );
}
