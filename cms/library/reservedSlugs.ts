import { sections, words } from './sections.ts';

/** Slugs that no document may take, because a list or a tool stands there. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  [
    ...Object.values(sections).flatMap((section) => [section.en, section.es]),
    ...Object.values(words).flatMap((word) => [word.en, word.es]),
    'api',
    'admin',
    'preview',
    'assets',
    'media',
    'pagefind',
    '404',
    'gone',
    'index',
  ].filter(Boolean),
);
