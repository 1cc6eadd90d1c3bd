import { hashOf } from '../../cms/library/contentHash.ts';
import { type LibraryReader, readerOf } from '../../cms/library/queries/index.ts';
import type { Library } from '../../cms/library/types.ts';

/** A question put to the library, as `name[arguments]`, and the hash of its answer. */
export interface Asked {
  query: string;
  hash: string;
}

interface Memory {
  answers: Map<string, unknown>;
  hashes: Map<string, string>;
}

/** Answers kept at a time: enough for the questions that every page asks (program, crisis lines, topics, footer), few enough for memory. */
const answersKept = 400;

/** Queries are pure and a library never changes, so an answer holds for as long as its library does. */
const memories = new WeakMap<Library, Memory>();

/** A reader for one page that remembers what the page asked. Answers are frozen: a template that sorts one in place would change its neighbours. */
export function recordingReader(library: Library): LibraryReader & { asked(): Asked[] } {
  const memory = memories.get(library) ?? { answers: new Map(), hashes: new Map() };
  memories.set(library, memory);
  const plain = readerOf(library);
  const asked = new Set<string>();
  return {
    ask(name, ...args) {
      const query = `${name}${JSON.stringify(args)}`;
      asked.add(query);
      if (memory.answers.has(query)) return memory.answers.get(query) as never;
      const answer = plain.ask(name, ...args);
      if (!memory.hashes.has(query)) memory.hashes.set(query, hashOf(freeze(answer)));
      memory.answers.set(query, answer);
      const [oldest] = memory.answers.keys();
      if (memory.answers.size > answersKept && oldest !== undefined) memory.answers.delete(oldest);
      return answer;
    },
    asked: () => [...asked].map((query) => ({ query, hash: memory.hashes.get(query) ?? '' })),
  };
}

function freeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
