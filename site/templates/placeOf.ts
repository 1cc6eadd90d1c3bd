import type { Locale } from '../../cms/library/locales.ts';
import type { Place } from '../structured-data/site.ts';

/** What structured data says of the site around a document, at the document's own canonical address. */
export function placeOf({ page, library, settings }: App.Locals, alternates: Partial<Record<Locale, string>>, lang: Locale): Place {
  return { origin: settings.origin, url: settings.origin + (alternates[lang] ?? page.path), name: library.ask('program', page.locale).name, lang };
}
