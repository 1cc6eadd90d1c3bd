import type { SitePage } from '../../cms/library/pages.ts';
import type { PublicCollection } from '../../cms/library/sections.ts';

/** The section to which a page belongs; none for the home page and the tools. */
export function sectionOf(page: SitePage): PublicCollection | undefined {
  switch (page.kind) {
    case 'section':
      return page.collection;
    case 'document':
    case 'kitSheet':
      return page.document.collection;
    case 'month':
      return 'workshops';
    case 'stage':
      return 'articles';
    case 'questionsOn':
      return 'faqs';
    default:
      return undefined;
  }
}
