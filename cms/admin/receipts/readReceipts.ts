import { openFailures } from '../../publishing/backlog.ts';
import { ask, type Desk, type Item, type Row } from '../dashboard/desk.ts';
import { namesOf } from '../dashboard/recentPublications.ts';
import { staffNames } from '../dashboard/staffNames.ts';
import { type Receipt, type ReceiptState, receiptOf, receiptStates } from './receipt.ts';

/** What one person did at one moment: one receipt, however many documents it was about. */
export interface Action {
  key: string;
  state: ReceiptState;
  savedAt: string;
  /** Nobody where the system did it or the account is gone. */
  by: string | undefined;
  parts: (Receipt & { document: Item })[];
}

/** What stops an action weighs most: one document that failed makes the whole a failure. */
const weight: readonly ReceiptState[] = ['live', 'pushing', 'waiting', 'failed'];

/** How many rows are read for the list; an action may have several. */
const rowsShown = 50;

/** Failures that nothing newer has mended, however old, and the last publications. */
export async function readReceipts(desk: Desk, untitled: string): Promise<{ failed: Action[]; recent: Action[] }> {
  const open = await openFailures(desk.payload);
  const [newest, failures] = await Promise.all([
    ask(desk, 'publications', { sort: '-savedAt', limit: rowsShown }),
    open.size > 0 ? ask(desk, 'publications', { sort: '-savedAt', where: { id: { in: [...open] } }, limit: open.size }) : [],
  ]);
  const rows = [...new Map([...newest, ...failures].map((row) => [row.id, row])).values()];
  const [nameOf, staff] = await Promise.all([
    namesOf(desk, rows, untitled),
    staffNames(
      desk.payload,
      rows.map(({ by }) => by),
    ),
  ]);
  const actions = group(rows).map((together): Action => {
    const parts = together.map((row) => ({ ...receiptOf(row, desk.language), document: nameOf(row) }));
    const [first] = together as [Row, ...Row[]];
    return {
      key: String(first.action ?? first.id),
      state: weight.toReversed().find((state) => parts.some((part) => part.state === state)) ?? receiptStates[0],
      savedAt: String(first.savedAt),
      by: staff.get(String(first.by)),
      parts,
    };
  });
  const failed = actions.filter(({ parts }) => parts.some(({ id, state }) => state === 'failed' && open.has(id)));
  return { failed, recent: actions.filter((action) => !failed.includes(action)).slice(0, rowsShown) };
}

function group(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of [...rows].sort((a, b) => (String(a.savedAt) < String(b.savedAt) ? 1 : -1))) {
    const key = String(row.action ?? row.id);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
