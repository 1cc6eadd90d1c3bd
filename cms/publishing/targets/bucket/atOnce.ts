/**
 * Does `work` for each item, at most `limit` at a time, in order. Stops handing out items when `signal` aborts or one fails, waits for those under way,
 * and then rejects with the first failure. Says whether all were done.
 */
export async function atOnce<T>(items: Iterable<T>, limit: number, signal: AbortSignal, work: (item: T) => Promise<void>): Promise<boolean> {
  const queue = items[Symbol.iterator]();
  let failed = false;
  let whole = false;
  const worker = async () => {
    while (!signal.aborted && !failed) {
      const { done, value } = queue.next();
      if (done) {
        whole = true;
        return;
      }
      try {
        await work(value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: limit }, worker));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return whole;
}
