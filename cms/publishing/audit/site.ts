import type { CollectionSlug, Payload } from 'payload';
import { findDocument, titleOf } from '../../library/inLocale.ts';
import { locales } from '../../library/locales.ts';
import type { RowRef } from '../../library/readLibrary.ts';
import { keyOf } from '../../library/rowKey.ts';
import { isPublicCollection } from '../../library/sections.ts';
import type { Library } from '../../library/types.ts';
import { waitingPublications } from '../publications.ts';
import type { Rounds } from '../rounds.ts';

/** What an audit looks at: everything that the publisher has at hand. */
export interface AuditedSite {
  payload: Payload;
  rounds: Rounds;
  /** The web root. */
  outDir: string;
  /** How old a save must be, in ms, before what is missing beside it counts as lost: where there are no transactions it is written one thing after another. */
  settledAfter: number;
}

export function settled({ settledAfter }: AuditedSite, updatedAt: unknown): boolean {
  return typeof updatedAt !== 'string' || Date.parse(updatedAt) + settledAfter <= Date.now();
}

/** A step of an audit ends so that rounds can go first: `more` goes on at once, `wait` after a moment. */
export type Steps = AsyncGenerator<'more' | 'wait', void>;

/** The library as it is now. An audit that outlives it ends: what it compared is no longer there. */
export function libraryOf({ rounds }: AuditedSite): Library {
  const library = rounds.library();
  if (!library) throw new Error('The publisher had to begin anew meanwhile. Check again.');
  return library;
}

/** The rows whose change is on its way by itself: what is different about them is no disagreement. */
export async function underWay({ payload, rounds }: AuditedSite): Promise<ReadonlySet<string>> {
  return new Set([...(await waitingPublications(payload)), ...rounds.underWay()].map(({ row }) => keyOf(row)));
}

/** Until every file is printed that a round has yet to print. */
export async function* printed({ rounds }: AuditedSite): Steps {
  while (rounds.isPrinting()) yield 'wait';
}

/** The ids of all rows of a collection that are not in the trash, some hundred at a time. */
export async function* idsIn(payload: Payload, collection: string): AsyncGenerator<string[]> {
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.find({
      collection: collection as CollectionSlug,
      select: { id: true } as never,
      sort: 'id',
      limit: 1_000,
      page,
      depth: 0,
      draft: false,
      trash: false,
      overrideAccess: true,
    });
    yield docs.map(({ id }) => String(id));
    if (!hasNextPage) return;
  }
}

/** `items` in parts of `size`. */
export function* parts<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const item of items) {
    if (part.push(item) < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** A document as lines name it: its title where families can read it, and where it is in the admin. */
export function nameOf(library: Library, ref: RowRef): string {
  const document = isPublicCollection(ref.collection) ? findDocument(library, { collection: ref.collection, id: ref.id }) : undefined;
  const [title] = document ? locales.flatMap((locale) => titleOf(document, locale) || []) : [];
  return title ? `“${title}” (${keyOf(ref)})` : keyOf(ref).replace(/\/$/, '');
}
