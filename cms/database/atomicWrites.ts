import { AsyncLocalStorage } from 'node:async_hooks';
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload';

/** Every method that writes. Called outside a transaction, each runs in one of its own. */
const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const;

const longestWait = 10_000;

/**
 * Makes every save on SQLite one transaction that other writers wait for instead of failing on. Payload's adapter gives each transaction a connection
 * of its own, libsql is synchronous, and a second writer is refused at once: so writers of this process queue on a mutex, and a writer held off by
 * another process tries again for up to ten seconds. A write that forgot its request joins the transaction it was called in.
 */
export function atomicWrites<T extends BaseDatabaseAdapter>(adapter: DatabaseAdapterObj<T>): DatabaseAdapterObj<T> {
  return { ...adapter, init: (args) => decorate(adapter.init(args) as BaseDatabaseAdapter) as ReturnType<typeof adapter.init> };
}

function decorate(database: BaseDatabaseAdapter): BaseDatabaseAdapter {
  const current = new AsyncLocalStorage<{ id?: string | number }>();
  const mutex = new Mutex();
  const releases = new Map<string | number, () => void>();
  const outcomes = new Map<string | number, { failure?: unknown }>();
  waitToConnect(database);
  const begin = database.beginTransaction.bind(database);
  const commit = database.commitTransaction.bind(database);
  const rollback = database.rollbackTransaction.bind(database);

  const beginIn = async (store: { id?: string | number }, options: Parameters<typeof begin>[0]) => {
    const release = await mutex.take();
    try {
      const outcome = watchNext((database as unknown as { client: Client }).client);
      const id = await begin(options);
      if (id === null) throw new Error('The database began no transaction.');
      outcomes.set(id, outcome);
      mutex.holder = String(id);
      releases.set(id, release);
      store.id = id;
      return id;
    } catch (error) {
      release();
      throw error;
    }
  };
  // Entered before the first await, the store stays with the caller: what it writes next without naming its request still finds this transaction.
  // An operation inside that forgot its request would wait for itself: it gets no transaction of its own, and its writes join the open one.
  database.beginTransaction = async (options) => {
    const open = current.getStore()?.id;
    if (open !== undefined && releases.has(open)) return null;
    const store = {};
    current.enterWith(store);
    return beginIn(store, options);
  };
  const ending = (end: (id: string | number) => Promise<void>) => async (given: string | number | Promise<string | number>) => {
    const id = await given;
    try {
      await end(id);
      // Payload swallows the error of a COMMIT, and the save with it.
      const failure = outcomes.get(id)?.failure;
      if (failure) throw failure;
    } finally {
      outcomes.delete(id);
      releases.get(id)?.();
      releases.delete(id);
      const store = current.getStore();
      if (store?.id === id) delete store.id;
    }
  };
  database.commitTransaction = ending(commit);
  database.rollbackTransaction = ending(rollback);

  for (const name of writes) {
    const write = database[name] as ((args: { req?: Partial<PayloadRequest> }) => Promise<unknown>) | undefined;
    if (!write) continue;
    const bound = write.bind(database);
    const atomic = async (args: { req?: Partial<PayloadRequest> }) => {
      const given = await args.req?.transactionID;
      if (given !== undefined && given !== null) return bound(args);
      const open = current.getStore()?.id;
      if (open !== undefined && releases.has(open)) return bound({ ...args, req: { ...args.req, transactionID: open } });
      return current.run({}, async () => {
        const id = await database.beginTransaction();
        if (id === null) throw new Error('The database began no transaction.');
        try {
          const result = await bound({ ...args, req: { ...args.req, transactionID: id } });
          await database.commitTransaction(id);
          return result;
        } catch (error) {
          await database.rollbackTransaction(id);
          throw error;
        }
      });
    };
    Object.assign(database, { [name]: atomic });
  }
  return database;
}

/** First come, first served; who waits longer than ten seconds is told who holds it. */
class Mutex {
  /** The transaction that others wait for. */
  holder: string | undefined;
  #tail: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.#tail;
    const { promise: mine, resolve: letNext } = Promise.withResolvers<void>();
    this.#tail = before.then(() => mine);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`Another save (transaction ${this.holder ?? 'not begun yet'}) has held the database for more than 10 seconds. Try again.`)),
        longestWait,
      );
    });
    try {
      await Promise.race([before, tooLong]);
    } catch (error) {
      letNext();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    return () => {
      this.holder = undefined;
      letNext();
    };
  }
}

/**
 * Processes that begin together after a crash find the database held for a moment, while the first of them reads the log of what was saved last. Nothing
 * else runs yet in a process that connects, so it waits inside libsql.
 */
function waitToConnect(adapter: BaseDatabaseAdapter): void {
  const database = adapter as BaseDatabaseAdapter & { client: Client; busyTimeout: number };
  const connect = database.connect?.bind(database);
  const usual = database.busyTimeout;
  database.connect = async (options) => {
    database.busyTimeout = longestWait;
    await connect?.(options);
    database.busyTimeout = usual;
    await database.client.execute(`PRAGMA busy_timeout = ${usual};`);
  };
}

/** What this needs of libsql's client. */
interface Client {
  execute(sql: string): Promise<unknown>;
  transaction(mode?: string): Promise<{ commit(): Promise<void>; close(): void }>;
}

/**
 * A refused BEGIN stays unfinished on its connection, and a later COMMIT there fails with 'SQL statements in progress'. The client gives its connection
 * away to each transaction: one that does nothing takes this one along, and the next try has a new one.
 */
async function leaveConnection(client: Client): Promise<void> {
  const { transaction } = Object.getPrototypeOf(client) as Client;
  (await transaction.call(client, 'deferred')).close();
}

/** Lets the client's next transaction wait for other processes, and keeps the error with which it fails to commit. */
function watchNext(client: Client): { failure?: unknown } {
  const outcome: { failure?: unknown } = {};
  const { transaction } = Object.getPrototypeOf(client) as Client;
  client.transaction = async (mode) => {
    const begun = await retryWhileBusy(
      () => transaction.call(client, mode),
      () => leaveConnection(client),
    );
    const commit = begun.commit.bind(begun);
    begun.commit = async () => {
      try {
        await commit();
      } catch (error) {
        outcome.failure = error;
        throw error;
      }
    };
    return begun;
  };
  return outcome;
}

async function retryWhileBusy<T>(action: () => Promise<T>, startAfresh: () => Promise<void>): Promise<T> {
  const until = Date.now() + longestWait;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!/SQLITE_BUSY|database is locked/.test(String(error)) || Date.now() > until) throw error;
      await startAfresh();
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 45));
    }
  }
}
