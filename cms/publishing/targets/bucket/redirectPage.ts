import type { Locale } from '../../../library/locales.ts';

const words = {
  en: { title: 'This page has moved', link: 'Open the page at its new address' },
  es: { title: 'Esta página cambió de dirección', link: 'Abrir la página en su nueva dirección' },
} as const;

/** What stands at a former address, for hosts that do not read a bucket's redirects: it leads on by itself, and search engines leave it out. */
export function redirectPage(locale: Locale, to: string): string {
  const { title, link } = words[locale];
  const address = to.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="refresh" content="0; url=${address}" />
    <meta name="robots" content="noindex" />
    <link rel="canonical" href="${address}" />
    <title>${title}</title>
  </head>
  <body><main><h1>${title}</h1><p><a href="${address}">${link}</a></p></main></body>
</html>
`;
}
