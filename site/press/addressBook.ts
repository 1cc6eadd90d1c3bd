import type { SitePage } from '../../cms/library/pages.ts';
import { publicCollections } from '../../cms/library/sections.ts';
import { same } from '../../cms/library/tracked.ts';
import type { DocumentRef, Library } from '../../cms/library/types.ts';
import { type Claim, documentClaims, listClaims, stronger } from './claims.ts';

type Leads = ReadonlyMap<string, string>;

/** What becomes of the addresses at which no page stands. What did not change from one library to the next is the same object. */
export interface Redirects {
  /** Former address → where the document stands now. Permanent. One step is always enough, and a loop cannot form. */
  moved: Leads;
  /** Short link → where the document stands now. Not permanent: the link outlives every slug. A page stands there too, for hosts without redirects. */
  short: Leads;
  /** Addresses of documents that are no longer published. */
  gone: ReadonlySet<string>;
}

/** Where everything stands in one library after another. */
export interface AddressBook {
  /** Puts another library in place. Returns the pages that differ, by path; `undefined` where none stands any more. Only what changed is looked at again. */
  become(library: Library): ReadonlyMap<string, SitePage | undefined>;
  redirects(): Redirects;
  /** How many pages there are. */
  pages(): number;
}

export function openAddressBook(): AddressBook {
  const claims = new Map<string, Claim[]>();
  const claimed = new Map<string, readonly Claim[]>();
  let former: Library | undefined;
  let redirects: Redirects = { moved: new Map(), short: new Map(), gone: new Set() };
  let count = 0;

  /** Has somebody claim this and nothing else. Notes what held at each path before. */
  function claim(key: string, list: readonly Claim[], before: Map<string, Claim | undefined>): void {
    const held = claimed.get(key) ?? [];
    if (same(held, list)) return;
    for (const { path } of [...held, ...list]) if (!before.has(path)) before.set(path, claims.get(path)?.[0]);
    for (const item of held) {
      const others = claims.get(item.path)?.filter((other) => other !== item) ?? [];
      if (others.length > 0) claims.set(item.path, others);
      else claims.delete(item.path);
    }
    for (const item of list) claims.set(item.path, [...(claims.get(item.path) ?? []), item].sort(stronger));
    if (list.length > 0) claimed.set(key, list);
    else claimed.delete(key);
  }

  return {
    become(library) {
      const before = new Map<string, Claim | undefined>();
      claim('', listClaims(library), before);
      for (const [key, ref] of differing(former, library)) claim(key, documentClaims(library, ref), before);
      former = library;

      const pages = new Map<string, SitePage | undefined>();
      const changes = { moved: new Map(), short: new Map(), gone: new Map() } as const;
      for (const [path, held] of before) {
        const holds = claims.get(path)?.[0];
        if (!same(held?.page, holds?.page)) pages.set(path, holds?.page);
        count += Number(holds?.page !== undefined) - Number(held?.page !== undefined);
        for (const name of ['moved', 'short', 'gone'] as const) if (held?.[name] !== holds?.[name]) changes[name].set(path, holds?.[name]);
      }
      redirects = {
        moved: changedMap(redirects.moved, changes.moved),
        short: changedMap(redirects.short, changes.short),
        gone: changedSet(redirects.gone, changes.gone),
      };
      return pages;
    },
    redirects: () => redirects,
    pages: () => count,
  };
}

/** Where the addresses of one library lead. */
export function redirectsOf(library: Library): Redirects {
  const book = openAddressBook();
  book.become(library);
  return book.redirects();
}

/** The documents that are not the same in two libraries, or had other addresses, by their keys. */
function differing(before: Library | undefined, after: Library): ReadonlyMap<string, DocumentRef> {
  const found = new Map<string, DocumentRef>();
  for (const collection of publicCollections)
    for (const id of differingKeys(before?.documents[collection], after.documents[collection])) found.set(`${collection}/${id}`, { collection, id });
  for (const key of differingKeys(before?.addresses, after.addresses)) {
    const [first] = after.addresses.get(key) ?? before?.addresses.get(key) ?? [];
    if (first) found.set(key, first.document);
  }
  return found;
}

function* differingKeys(before: ReadonlyMap<string, unknown> | undefined, after: ReadonlyMap<string, unknown>): Generator<string> {
  if (before === after) return;
  for (const [key, value] of after) if (before?.get(key) !== value) yield key;
  for (const key of before?.keys() ?? []) if (!after.has(key)) yield key;
}

function changedMap(before: Leads, changes: ReadonlyMap<string, string | undefined>): Leads {
  if (changes.size === 0) return before;
  const after = new Map(before);
  for (const [path, target] of changes) {
    if (target === undefined) after.delete(path);
    else after.set(path, target);
  }
  return after;
}

function changedSet(before: ReadonlySet<string>, changes: ReadonlyMap<string, true | undefined>): ReadonlySet<string> {
  if (changes.size === 0) return before;
  const after = new Set(before);
  for (const [path, is] of changes) {
    if (is) after.add(path);
    else after.delete(path);
  }
  return after;
}
