import type { Locale } from '../../cms/library/locales.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import { pagefindProvider } from './pagefind.ts';
import { pointerOf } from './pointer.ts';
import type { SearchProvider } from './provider.ts';
import { withoutWithdrawn } from './withoutWithdrawn.ts';

/** The site's search: Algolia where the operator chose it, with the site's own index behind it, or that index alone. */
export async function openProvider(locale: Locale, algolia: SiteSettings['algolia']): Promise<SearchProvider> {
  const own = pagefindProvider(locale);
  const engine = algolia ? (await import('./algoliaFirst.ts')).algoliaFirst(algolia, locale, own) : own;
  return withoutWithdrawn(engine, () => withdrawn(locale));
}

/** Without the list a hit may lead to the page that says 'withdrawn', which is better than no search. */
async function withdrawn(locale: Locale): Promise<readonly string[]> {
  try {
    return (await pointerOf(locale)).withdrawn;
  } catch (error) {
    console.warn('No list of withdrawn pages.', error);
    return [];
  }
}
