import { randomBytes } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { type Locale, locales } from '../../library/locales.ts';
import { keepAsDraft, newestVersion } from '../../publishing/schedules/laterDraft.ts';
import { mainRow, textOf, type Version, type Within, writtenFields } from '../../publishing/schedules/texts.ts';
import type { Row, ScheduleRows } from './applyChange.ts';

type Change = (rows: ScheduleRows) => ScheduleRows | undefined;

/**
 * Changes the dates that families see, in each language that is on the site, within the transaction of the request. Nothing else that was written goes
 * out with it: a draft stays a draft, and gets the same change, so that publishing it later takes nothing back. Tells whether there was anything to do.
 */
export async function putOutDates(req: PayloadRequest, id: string, change: Change): Promise<boolean> {
  const { payload } = req;
  const within: Within = () => ({ i18n: req.i18n, user: req.user, transactionID: req.transactionID, context: req.context }) as Partial<PayloadRequest>;
  const stored = await everyLanguage(req, id);
  if (!stored || stored.deletedAt) return false;
  const newest = await newestVersion(payload, { collection: 'workshops', id, locale: 'en' }, within);
  const live = published(stored);
  const changed = change(rowsOf(live.length > 0 ? stored : ((newest?.version as Row | undefined) ?? stored)));
  if (!changed) return false;
  if (live.length === 0) return false;
  const rows = withIds(changed);
  const hasDraft = newest !== undefined && String(newest.updatedAt) !== String(stored.updatedAt);
  for (const locale of live) {
    const document = { collection: 'workshops', id, locale } as const;
    const text = textOf(writtenFields(payload, 'workshops'), (await mainRow(payload, document, within)) as Row & { id: string });
    await payload.update({
      collection: 'workshops',
      id,
      locale,
      fallbackLocale: false,
      data: { ...text, ...inOne(rows, locale), _status: 'published' } as object,
      depth: 0,
      overrideAccess: true,
      req: within(),
    });
  }
  if (hasDraft) {
    const draftRows = change(rowsOf(newest.version));
    const draft = { ...newest, version: { ...newest.version, ...(draftRows ? withIds(draftRows) : {}) } } as Version;
    const open = locales.find((locale) => (newest.version._status as Row | undefined)?.[locale] === 'draft') ?? 'en';
    await keepAsDraft(payload, { collection: 'workshops', id, locale: open }, draft, within);
  }
  return true;
}

async function everyLanguage(req: PayloadRequest, id: string): Promise<(Row & { id: string | number }) | null> {
  const within = { transactionID: req.transactionID } as Partial<PayloadRequest>;
  return (await req.payload.db.findOne({ collection: 'workshops', where: { id: { equals: id } }, locale: 'all', req: within })) as
    | (Row & { id: string | number })
    | null;
}

function published({ _status }: Row): Locale[] {
  const statuses = (_status ?? {}) as Partial<Record<Locale, string>>;
  return locales.filter((locale) => statuses[locale] === 'published');
}

const rowsOf = (row: Row): ScheduleRows => ({ segments: (row.segments ?? []) as Row[], exceptions: (row.exceptions ?? []) as Row[] });

/** A row has its id before it is first saved: the same in each language. */
const withIds = ({ segments, exceptions }: ScheduleRows): ScheduleRows => ({ segments: segments.map(withId), exceptions: exceptions.map(withId) });
const withId = (row: Row): Row => ({ ...row, id: row.id ?? randomBytes(12).toString('hex') });

/** The rows as one language has them. */
function inOne({ segments, exceptions }: ScheduleRows, locale: Locale): ScheduleRows {
  const said = (value: unknown) => (value && typeof value === 'object' ? ((value as Partial<Record<Locale, unknown>>)[locale] ?? null) : (value ?? null));
  return { segments, exceptions: exceptions.map((row) => ({ ...row, reason: said(row.reason), note: said(row.note) })) };
}
