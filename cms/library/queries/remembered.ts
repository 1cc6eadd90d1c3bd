import type { Library } from '../types.ts';

/** Keeps what follows from a library: see tracked.ts for a library that goes from value to value. */
export type Remember = <T>(name: string, make: (former?: T) => T) => T;

const memories = new WeakMap<Library, Remember>();

/**
 * What `make` gives, made once for each library and name: a library never changes, so neither does anything that follows from it alone. A Map that it
 * gives is best read by key: then only a change of that entry concerns whoever read it. `make` may be given what it gave for the library before, to go on from.
 */
export function remembered<T>(library: Library, name: string, make: (former?: T) => T): T {
  const remember = memories.get(library) ?? memoryOf(library);
  return remember(name, make);
}

/** Has `remember` keep what follows from `library`. */
export function rememberWith(library: Library, remember: Remember): void {
  memories.set(library, remember);
}

function memoryOf(library: Library): Remember {
  const known = new Map<string, unknown>();
  const remember: Remember = (name, make) => {
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as never;
  };
  memories.set(library, remember);
  return remember;
}
