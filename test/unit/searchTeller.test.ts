import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Library } from '../../cms/library/types.ts';
import { type Changed, type SearchIndexer, WouldLose } from '../../cms/search/indexer.ts';
import { openTeller } from '../../cms/search/teller.ts';
import { fixtureLibrary } from '../support/fixtureLibrary.ts';

const library = fixtureLibrary();
const ref = (id: string) => ({ collection: 'articles', id }) as const;
const pauses = [5, 10];

/** An engine that notes what it is told, and does what the next of `answers` says. */
function engine(...answers: ((changed: Changed) => Promise<void>)[]) {
  const told: Changed[] = [];
  const errors: unknown[] = [];
  const indexer: SearchIndexer = {
    async sync(_library: Library, changed) {
      told.push(changed);
      await answers.shift()?.(changed);
    },
    audit: async () => [{ engine: 'Algolia', locale: 'en', is: 'settings' }],
  };
  return { told, errors, teller: openTeller(indexer, { onError: (error) => errors.push(error), pauses }) };
}

const fails = async () => {
  throw new Error('out of order');
};

test('what came while the engine was told goes out together, after it', async () => {
  const first = Promise.withResolvers<void>();
  const { told, teller } = engine(() => first.promise);
  const heard = teller.tell(library, [ref('a')]);
  const later = [teller.tell(library, [ref('b')]), teller.tell(library, [ref('c'), ref('b')])];
  await sleep(20);
  expect(told).toEqual([[ref('a')]]);
  first.resolve();
  await Promise.all([heard, ...later]);
  expect(told.slice(1)).toEqual([[ref('b'), ref('c')]]);
});

test('a change that failed goes out again, with what came meanwhile, and only then is heard', async () => {
  const { told, errors, teller } = engine(fails, fails);
  await teller.tell(library, [ref('a')]);
  expect(told).toEqual([[ref('a')], [ref('a')], [ref('a')]]);
  expect(errors.map(String)).toEqual(['Error: out of order', 'Error: out of order']);
});

test('everything stays everything when it failed, and documents that changed meanwhile are part of it', async () => {
  const { told, teller } = engine(fails);
  const heard = teller.tell(library, 'everything');
  await Promise.all([heard, teller.tell(library, [ref('a')])]);
  expect(told).toEqual(['everything', 'everything']);
});

test('whoever waits for it to be told does not wait for an engine that fails', async () => {
  const { teller, errors } = engine(...Array.from({ length: 50 }, () => fails));
  void teller.tell(library, [ref('a')]);
  await teller.told();
  expect(errors).toHaveLength(1);
  teller.close();
});

test('changes of documents go out even while the whole index may not be replaced', async () => {
  const refuse = async (changed: Changed) => {
    if (changed === 'everything') throw new WouldLose('alongside_en', 100, 1);
  };
  const { told, teller, errors } = engine(...Array.from({ length: 50 }, () => refuse));
  void teller.tell(library, 'everything');
  await teller.told();
  void teller.tell(library, [ref('a')]);
  await sleep(20);
  teller.close();
  expect(told.slice(0, 2)).toContainEqual('everything');
  expect(told).toContainEqual([ref('a')]);
  expect(String(errors[0])).toContain('would be left with 1, so nothing was changed');
});

test('an audit tells what is untold first, and says why where it cannot', async () => {
  const { told, teller } = engine(fails);
  void teller.tell(library, [ref('a')]);
  await teller.told();
  expect(await teller.audit()).toEqual([{ engine: 'Algolia', locale: 'en', is: 'settings' }]);
  expect(told).toEqual([[ref('a')], [ref('a')]]);
  const broken = engine(...Array.from({ length: 50 }, () => fails));
  void broken.teller.tell(library, [ref('a')]);
  await broken.teller.told();
  await expect(broken.teller.audit()).rejects.toThrow('out of order');
  broken.teller.close();
});
