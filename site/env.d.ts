/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** How a page reads the library: `Astro.locals.library.ask('articlePage', locale, id)`. */
    library: import('../cms/library/queries/index.ts').LibraryReader;
    /** Which page this is: its kind, locale, path, and what it shows. */
    page: import('../cms/library/pages.ts').SitePage;
    settings: import('../cms/library/siteSettings.ts').SiteSettings;
    /** Told of the error that stopped the page, before Astro turns it into its own error page. */
    failed?: (error: unknown) => void;
  }
}

/** Astro's own scripts, which it makes while it builds. */
declare module 'astro:scripts/*';
