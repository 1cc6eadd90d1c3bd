import type { SearchProvider } from './provider.ts';

/** Drops hits on pages that were taken down since the engine's index was made. */
export function withoutWithdrawn(provider: SearchProvider, withdrawn: () => Promise<readonly string[]>): SearchProvider {
  return {
    warm: () => provider.warm(),
    async search(query) {
      const [answer, gone] = await Promise.all([provider.search(query), withdrawn()]);
      const hits = answer.hits.filter((hit) => !gone.includes(hit.path));
      return { ...answer, total: answer.total - (answer.hits.length - hits.length), hits };
    },
  };
}
