import type { Library } from '../types.ts';

const memories = new WeakMap<Library, Map<string, unknown>>();

/** What `make` gives, made once for each library and name: a library never changes, so neither does anything that follows from it alone. */
export function remembered<T>(library: Library, name: string, make: () => T): T {
  const memory = memories.get(library) ?? new Map<string, unknown>();
  memories.set(library, memory);
  if (!memory.has(name)) memory.set(name, make());
  return memory.get(name) as T;
}
