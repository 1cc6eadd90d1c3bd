import { hash } from 'node:crypto';
import { type LibraryReader, type QueryName, readerOf } from '../../cms/library/queries/index.ts';
import { Relation } from '../../cms/library/relation.ts';
import { type PartKey, trackedLibrary } from '../../cms/library/tracked.ts';
import type { Library } from '../../cms/library/types.ts';

/** A question that a file asked of the library: `name[arguments]`. */
export type Query = string;

/** A reader for one file that remembers what was asked. */
interface FileReader extends LibraryReader {
  asked(): Query[];
}

/** What files asked of the library, and what it answers now. */
export interface Answers {
  /** Puts another library in place; returns the questions that it answers otherwise. */
  become(library: Library): ReadonlySet<Query>;
  reader(): FileReader;
  /** The hash of the present answer. */
  hashOf(query: Query): string;
  /** Drops a question that no file asks any more. */
  forget(query: Query): void;
}

interface Known {
  /** The one copy of the question that every file which asks it keeps. */
  query: Query;
  hash: string;
  reads: readonly PartKey[];
}

/** Answers kept at a time: enough for what every page asks (program, crisis lines, topics, footer), few enough for memory. */
const answersKept = 400;

export function openAnswers(first: Library): Answers {
  const tracked = trackedLibrary(first);
  const plain = readerOf(tracked.library);
  const known = new Map<Query, Known>();
  const readersOf = new Relation();
  const kept = new Map<Query, unknown>();

  /** Asks now, and remembers the hash of the answer and what it was read from. A question that fails has its error as its answer. */
  function answer(query: Query): { value: unknown } | { error: unknown } {
    const [name, args] = parseQuery(query);
    const reading = tracked.reading(() => plain.ask(name, ...(args as never)) as unknown);
    forget(query);
    const text = 'error' in reading ? `failed: ${String(reading.error)}` : (JSON.stringify(freeze(reading.value)) ?? '');
    const reads = Array.from(reading.reads, (part) => readersOf.add(part, query));
    known.set(query, { query, hash: hash('sha256', text, 'base64url').slice(0, 24), reads });
    return reading;
  }

  function forget(query: Query): void {
    for (const part of known.get(query)?.reads ?? []) readersOf.delete(part, query);
    known.delete(query);
    kept.delete(query);
  }

  function keep(query: Query, value: unknown): void {
    kept.set(query, value);
    const [oldest] = kept.keys();
    if (kept.size > answersKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    become(library) {
      const concerned = new Set<Query>();
      for (const part of tracked.become(library)) for (const query of readersOf.of(part)) concerned.add(query);
      const different = new Set<Query>();
      for (const query of concerned) {
        const before = known.get(query)?.hash;
        answer(query);
        if (known.get(query)?.hash !== before) different.add(query);
      }
      return different;
    },
    reader() {
      const asked = new Set<Query>();
      return {
        ask(name, ...args) {
          if (args.includes(undefined as never)) throw new Error(`${name} was asked with an argument that is undefined. Leave it out instead.`);
          const query = `${name}${JSON.stringify(args)}`;
          const before = known.get(query);
          asked.add(before?.query ?? query);
          if (kept.has(query)) return kept.get(query) as never;
          const reading = before ? { value: freeze(plain.ask(name, ...args) as unknown) } : answer(query);
          if ('error' in reading) throw reading.error;
          keep(query, reading.value);
          return reading.value as never;
        },
        asked: () => [...asked],
      };
    },
    hashOf(query) {
      if (!known.has(query)) answer(query);
      return known.get(query)?.hash ?? '';
    },
    forget,
  };
}

function parseQuery(query: Query): [QueryName, unknown[]] {
  const start = query.indexOf('[');
  return [query.slice(0, start) as QueryName, JSON.parse(query.slice(start)) as unknown[]];
}

/** A template that sorts an answer in place would change its neighbours. */
function freeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
