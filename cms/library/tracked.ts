import { type Remember, rememberWith } from './queries/remembered.ts';
import { publicCollections } from './sections.ts';
import type { Library } from './types.ts';

/**
 * A part of a library that can be read, and change, by itself: a document (`articles/12`), all of a collection (`articles/*`), a global (`program`), or
 * something that is remembered of it (`today America/Chicago`, `nextOnPath en/12`).
 */
export type PartKey = string;

/** What came of some work: its value, or what it threw, and every part that it read on the way. */
type Reading<T> = { reads: ReadonlySet<PartKey> } & ({ value: T } | { error: unknown });

/** A library that goes from value to value and knows who read what. */
export interface TrackedLibrary {
  /** Reads like any library, always the newest value. */
  readonly library: Library;
  reading<T>(work: () => T): Reading<T>;
  /**
   * Puts `next` in place and returns the parts that differ for whoever read them. What is remembered is made again only where a part that it read
   * differs, and counts as different only where it comes out different. The values share, by identity, what is the same in both.
   */
  become(next: Library): ReadonlySet<PartKey>;
}

interface Remembered {
  make: (former?: unknown) => unknown;
  value: unknown;
  reads: ReadonlySet<PartKey>;
  /** The keys under which others read it: its name, or entries of the Map that it is. */
  keys: Set<PartKey>;
  map?: ReadonlyMap<unknown, unknown>;
}

export function trackedLibrary(first: Library): TrackedLibrary {
  let current = first;
  const frames: Set<PartKey>[] = [];
  const note = (key: PartKey) => frames.at(-1)?.add(key);

  const known = new Map<string, Remembered>();
  const ownerOf = new Map<PartKey, string>();
  const readersOf = new Map<PartKey, Set<string>>();
  let stale = new Set<string>();
  let changed = new Set<PartKey>();

  function reading<T>(work: () => T): Reading<T> {
    const reads = new Set<PartKey>();
    frames.push(reads);
    try {
      return { value: work(), reads };
    } catch (error) {
      return { error, reads };
    } finally {
      frames.pop();
    }
  }

  function make(name: string, work: () => unknown): { value: unknown; reads: ReadonlySet<PartKey> } {
    const made = reading(work);
    for (const key of made.reads) readersOf.set(key, (readersOf.get(key) ?? new Set()).add(name));
    if ('error' in made) {
      // Whoever asked read all this on the way to the failure.
      for (const key of made.reads) note(key);
      throw made.error;
    }
    return made;
  }

  const remember: Remember = <T>(name: string, work: (former?: T) => T): T => {
    refresh(name);
    let entry = known.get(name);
    if (!entry) {
      entry = { make: work as Remembered['make'], ...make(name, work), keys: new Set() };
      known.set(name, entry);
    }
    const own = entry;
    const noteOwn = (key: PartKey) => {
      own.keys.add(key);
      ownerOf.set(key, name);
      note(key);
    };
    if (own.value instanceof Map) {
      own.map ??= new TrackedMap(name, () => own.value as ReadonlyMap<unknown, unknown>, noteOwn);
      return own.map as T;
    }
    noteOwn(name);
    return own.value as T;
  };

  /** Makes again, after a change, what read a part that differs. */
  function refresh(name: string): void {
    if (!stale.delete(name)) return;
    const entry = known.get(name);
    if (!entry) return;
    for (const key of entry.reads) {
      const owner = ownerOf.get(key);
      if (owner !== undefined) refresh(owner);
    }
    if (![...entry.reads].some((key) => changed.has(key))) return;
    for (const key of entry.reads) readersOf.get(key)?.delete(name);
    const former = entry.value;
    try {
      Object.assign(
        entry,
        make(name, () => entry.make(former)),
      );
    } catch {
      // It throws again, with its reason, for whoever asks for it next.
      known.delete(name);
      for (const key of entry.keys) changed.add(key);
      return;
    }
    for (const key of differences(name, entry, former)) changed.add(key);
  }

  function become(next: Library): ReadonlySet<PartKey> {
    changed = differingParts(current, next);
    current = next;
    stale = new Set();
    const open = [...changed];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      for (const name of readersOf.get(key) ?? []) {
        if (stale.has(name)) continue;
        stale.add(name);
        open.push(...(known.get(name)?.keys ?? []));
      }
    }
    for (const name of [...stale]) refresh(name);
    return changed;
  }

  const library = viewOf(() => current, note);
  rememberWith(library, remember);
  return { library, reading, become };
}

/** A Map that tells what is read of it: one entry, or all. */
class TrackedMap<K, V> implements ReadonlyMap<K, V> {
  readonly #name: string;
  readonly #source: () => ReadonlyMap<K, V>;
  readonly #note: (key: PartKey) => void;

  constructor(name: string, source: () => ReadonlyMap<K, V>, note: (key: PartKey) => void) {
    this.#name = name;
    this.#source = source;
    this.#note = note;
  }

  get(key: K): V | undefined {
    this.#note(`${this.#name}/${key}`);
    return this.#source().get(key);
  }

  has(key: K): boolean {
    this.#note(`${this.#name}/${key}`);
    return this.#source().has(key);
  }

  get size(): number {
    return this.#whole().size;
  }

  entries() {
    return this.#whole().entries();
  }

  keys() {
    return this.#whole().keys();
  }

  values() {
    return this.#whole().values();
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    this.#whole().forEach((value, key) => {
      each(value, key, this);
    });
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  #whole(): ReadonlyMap<K, V> {
    this.#note(`${this.#name}/*`);
    return this.#source();
  }
}

const maps = ['media', 'places', 'people', 'reviews', 'addresses'] as const;
const values = ['program', 'search', 'asOf'] as const;

function viewOf(current: () => Library, note: (key: PartKey) => void): Library {
  const tracked = (name: string, source: () => ReadonlyMap<unknown, unknown>) => ({ value: new TrackedMap(name, source, note), enumerable: true });
  const documents = Object.defineProperties(
    {},
    Object.fromEntries(publicCollections.map((collection) => [collection, tracked(collection, () => current().documents[collection])])),
  );
  const noted = (name: (typeof values)[number]) => ({
    enumerable: true,
    get: () => {
      note(name);
      return current()[name];
    },
  });
  return Object.defineProperties({ documents } as Library, {
    ...Object.fromEntries(maps.map((name) => [name, tracked(name, () => current()[name])])),
    ...Object.fromEntries(values.map((name) => [name, noted(name)])),
  });
}

function differingParts(before: Library, after: Library): Set<PartKey> {
  const parts = new Set<PartKey>();
  for (const collection of publicCollections) differingEntries(collection, before.documents[collection], after.documents[collection], parts);
  for (const name of maps) differingEntries(name, before[name], after[name], parts);
  for (const name of values) if (before[name] !== after[name]) parts.add(name);
  return parts;
}

function differingEntries(name: string, before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>, parts: Set<PartKey>): void {
  if (before === after) return;
  const size = parts.size;
  for (const [id, value] of after) if (before.get(id) !== value) parts.add(`${name}/${id}`);
  for (const id of before.keys()) if (!after.has(id)) parts.add(`${name}/${id}`);
  if (parts.size > size) parts.add(`${name}/*`);
}

/** The keys of a remembered value that differ from `former`; what is the same keeps its identity. */
function differences(name: string, entry: Remembered, former: unknown): PartKey[] {
  const { value } = entry;
  if (!(value instanceof Map) || !(former instanceof Map)) {
    if (same(former, value)) entry.value = former;
    return entry.value === former ? [] : [...entry.keys];
  }
  const differing = new Set<PartKey>();
  for (const [key, item] of value) {
    const old = former.get(key);
    if (former.has(key) && same(old, item)) value.set(key, old);
    else differing.add(`${name}/${key}`);
  }
  for (const key of former.keys()) if (!value.has(key)) differing.add(`${name}/${key}`);
  if (differing.size > 0) differing.add(`${name}/*`);
  return [...differing].filter((key) => entry.keys.has(key));
}

/** Whether two pieces of plain data are equal. Quick where they share most of what they are made of. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]));
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key as never], b[key as never]));
}
