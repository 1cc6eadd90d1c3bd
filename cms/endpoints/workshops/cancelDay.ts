import type { PayloadRequest } from 'payload';
import { locales } from '../../library/locales.ts';
import { occurrences } from '../../library/occurrences.ts';
import { documentFrom } from '../../library/parse/index.ts';
import { applyChange } from './applyChange.ts';
import type { DayOff } from './dateChange.ts';
import { publishedWorkshops } from './publishedWorkshops.ts';
import { putOutDates } from './putOutDates.ts';

/** A date that was cancelled, for the list of people to call. */
export interface Cancelled {
  id: string;
  title: string;
  start: string;
}

/** Cancels every date that is held on this day, at this place where one is named, and puts the notice on every page. */
export async function cancelDay(req: PayloadRequest, { day, place, reason, notice, until }: DayOff): Promise<Cancelled[]> {
  const cancelled: Cancelled[] = [];
  for (const row of await publishedWorkshops(req)) {
    const workshop = documentFrom('workshops', row);
    const held = occurrences(workshop, { from: day, until: day, closures: [] }).filter(
      (date) => !date.cancelled && (place === undefined || date.place === String(place)),
    );
    for (const { key, start } of workshop.archived ? [] : held) {
      const isDone = await putOutDates(req, workshop.id, (rows) => applyChange(rows, { action: 'cancel', day: key, onward: false, reason }));
      if (isDone) cancelled.push({ id: workshop.id, title: workshop.text.en?.title ?? workshop.text.es?.title ?? '', start });
    }
  }
  if (notice && until) await putUpNotice(req, notice, until);
  return cancelled;
}

async function putUpNotice(req: PayloadRequest, notice: NonNullable<DayOff['notice']>, until: string): Promise<void> {
  for (const locale of locales) {
    await req.payload.updateGlobal({
      slug: 'program',
      locale,
      data: { notice: { text: notice[locale] ?? null, until } } as object,
      depth: 0,
      overrideAccess: true,
      req: { i18n: req.i18n, user: req.user, transactionID: req.transactionID, context: req.context } as Partial<PayloadRequest>,
    });
  }
}
