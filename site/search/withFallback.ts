import type { SearchProvider } from './provider.ts';

/**
 * Asks `first`, and `second` where that fails or takes longer than `patience` ms. After one failure the reader's page stays with `second`: nobody waits
 * for a dead service twice.
 */
export function withFallback(first: SearchProvider, second: SearchProvider, patience = 2_500): SearchProvider {
  let failed = false;
  return {
    async warm() {
      await first.warm();
    },
    async search(query) {
      if (failed) return second.search(query);
      try {
        return await within(patience, first.search(query));
      } catch (error) {
        failed = true;
        // Without the words of the search.
        console.warn('The search service did not answer; the search goes on in the index of this site.', error instanceof Error ? error.name : '');
        return second.search(query);
      }
    },
  };
}

async function within<Answer>(patience: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
