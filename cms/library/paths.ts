import type { Locale } from './locales.ts';
import { type PublicCollection, type Stage, sections, stageSlugs, words } from './sections.ts';

/** Every public address is made here. Paths are absolute, without host; pages end in a slash. */
export const paths = {
  root: () => '/',
  home: (locale: Locale) => `/${locale}/`,
  section: (locale: Locale, collection: Exclude<PublicCollection, 'pages'>, page = 1) => numbered(locale, `/${locale}/${sections[collection][locale]}/`, page),
  document: (locale: Locale, collection: PublicCollection, slug: string, page = 1) => {
    const section = sections[collection][locale];
    return numbered(locale, section ? `/${locale}/${section}/${slug}/` : `/${locale}/${slug}/`, page);
  },
  stage: (locale: Locale, stage: Stage | 'setback', page = 1) =>
    numbered(locale, `/${locale}/${sections.articles[locale]}/${words.stage[locale]}/${stageSlugs[stage][locale]}/`, page),
  questionsOn: (locale: Locale, topicSlug: string, page = 1) =>
    numbered(locale, `/${locale}/${sections.faqs[locale]}/${words.topic[locale]}/${topicSlug}/`, page),
  kitSheet: (locale: Locale, slug: string) => `/${locale}/${sections.kits[locale]}/${slug}/${words.sheet[locale]}/`,
  month: (locale: Locale) => `/${locale}/${sections.workshops[locale]}/${words.month[locale]}/`,
  helpNow: (locale: Locale) => `/${locale}/${words.helpNow[locale]}/`,
  search: (locale: Locale) => `/${locale}/${words.search[locale]}/`,
  short: (locale: Locale, code: string) => `/${locale}/${words.short[locale]}/${code}/`,
  /** The address of a material's file hangs on its code, so that a replaced file keeps it. */
  materialFile: (locale: Locale, code: string, extension: string) => `/${locale}/${sections.materials[locale]}/${code}.${extension}`,
  /**
   * Calendars hang on the code too, which says nothing of what a workshop is about. `named`: with its title. `day`: of one date. Without a code: of all
   * workshops.
   */
  calendar: (locale: Locale, { code = words.calendar[locale], named = false, day = '' }: { code?: string; named?: boolean; day?: string }) =>
    `/${locale}/${sections.workshops[locale]}/${[code, day, named ? words.named[locale] : ''].filter(Boolean).join('-')}.ics`,
  notFound: (locale: Locale) => `/${locale}/404.html`,
  gone: (locale: Locale) => `/${locale}/gone.html`,
} as const;

function numbered(locale: Locale, path: string, page: number): string {
  return page === 1 ? path : `${path}${words.page[locale]}/${page}/`;
}
