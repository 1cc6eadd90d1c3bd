import type { Payload } from 'payload';
import { keepAsDraft, newestVersion } from './laterDraft.ts';
import { type Order, textToPutOut } from './order.ts';
import { printOf, samePrint, textOf, type Version, versionOf, type Within, writtenFields } from './texts.ts';

/**
 * Publishes exactly the chosen version in exactly its language, or takes that language off the site; all of it within the caller's transaction. What was
 * written later stays the newest draft, and the other language stays as it is. A field that both languages share goes out with the version, as the form
 * says; one that only changed on the site since stays as it is there.
 */
export async function putOut(payload: Payload, order: Order, within: Within): Promise<void> {
  const { collection, id, locale } = order.document;
  const fields = writtenFields(payload, collection);
  const text = await textToPutOut(payload, order, within);
  if (!text) return;
  const newest = await newestVersion(payload, order.document, within);
  const newestText = newest && textOf(fields, ((await versionOf(payload, order.document, within, String(newest.id))) as Version).version);
  await payload.update({
    collection,
    id,
    locale,
    fallbackLocale: false,
    data: { ...text, _status: order.action === 'publish' ? 'published' : 'draft' } as object,
    depth: 0,
    overrideAccess: true,
    context: { schedule: { id: order.id, by: order.by } },
    req: within(),
  });
  const isLater = newest && String(newest.id) !== order.version && !samePrint(printOf(newestText ?? {}), printOf(text));
  if (isLater) await keepAsDraft(payload, order.document, newest, within);
}
