import type { Locale } from '../../cms/library/locales.ts';
import type { SiteSettings } from '../../cms/library/siteSettings.ts';
import { algoliaProvider } from './algolia.ts';
import type { SearchProvider } from './provider.ts';
import { withFallback } from './withFallback.ts';

/** Algolia, with the site's own index behind it. A file of its own, so that browsers fetch it only where the operator chose Algolia. */
export function algoliaFirst(settings: NonNullable<SiteSettings['algolia']>, locale: Locale, own: SearchProvider): SearchProvider {
  return withFallback(algoliaProvider(settings, locale), own);
}
