import { context, type JsonLd } from './site.ts';

/** The way from the home page to this one. https://schema.org/BreadcrumbList */
export function breadcrumbData(crumbs: readonly { title: string; path: string }[], origin: string): JsonLd {
  return {
    ...context,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ title, path }, index) => ({ '@type': 'ListItem', position: index + 1, name: title, item: `${origin}${path}` })),
  };
}
