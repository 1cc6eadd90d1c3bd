import type { Locale } from '../../cms/library/locales.ts';
import type { SitePage } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import type { LibraryReader } from '../../cms/library/queries/index.ts';

/** The same page for a reader of another language: the same document where it is one, in whichever language it has. */
export function samePageIn(page: SitePage, locale: Locale, library: LibraryReader): string {
  switch (page.kind) {
    case 'root':
    case 'home':
      return paths.home(locale);
    case 'helpNow':
      return paths.helpNow(locale);
    case 'search':
      return paths.search(locale);
    case 'month':
      return paths.month(locale);
    case 'notFound':
      return paths.notFound(locale);
    case 'gone':
      return paths.gone(locale);
    case 'short':
      return paths.short(locale, page.code);
    case 'section':
      return paths.section(locale, page.collection, page.page);
    case 'stage':
      return paths.stage(locale, page.stage, page.page);
    case 'questionsOn':
      return paths.questionsOn(locale, library.ask('topicPage', locale, page.topic)?.slug ?? '', page.page);
    case 'kitSheet': {
      const path = library.ask('link', locale, page.document)?.path ?? '';
      return paths.kitSheet(locale, path.split('/').at(-2) ?? '');
    }
    case 'document': {
      if (page.document.collection === 'topics' && page.page > 1) {
        return paths.document(locale, 'topics', library.ask('topicPage', locale, page.document.id)?.slug ?? '', page.page);
      }
      return library.ask('link', locale, page.document)?.path ?? paths.home(locale);
    }
  }
}

/** Both addresses of a list or tool, which every language has. */
export function inBothLanguages(page: SitePage, library: LibraryReader): Record<Locale, string> {
  return { en: samePageIn(page, 'en', library), es: samePageIn(page, 'es', library) };
}
