import { createHash } from 'node:crypto';
import { locales } from '../../cms/library/locales.ts';
import { sitePages } from '../../cms/library/pages.ts';
import { paths } from '../../cms/library/paths.ts';
import { readerOf } from '../../cms/library/queries/index.ts';
import type { InlineHashes } from './contentSecurityPolicy.ts';
import { emptyLibrary } from './emptyLibrary.ts';
import { importBundle, renderWith } from './render.ts';

const script = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const style = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** A script of another type, such as JSON-LD, is data: browsers do not run it, and no policy needs to name it. */
const data = /\btype="(?!module|text\/javascript)[^"]+"/;

/**
 * The hashes of the inline scripts and styles that Astro's islands bring, read from the pages that carry islands. They are printed from a library
 * without a word in it, so that nothing that anybody writes can ever become a script that the policy allows.
 */
export async function inlineHashes(bundleDir: string): Promise<InlineHashes> {
  const bundle = await importBundle(bundleDir);
  const pages = sitePages(emptyLibrary);
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const path of locales.flatMap((locale) => [paths.home(locale), paths.search(locale)])) {
    const page = pages.get(path);
    if (!page) continue;
    const { body } = await renderWith(bundle, page, readerOf(emptyLibrary), { origin: 'http://localhost', leaveUrl: 'https://weather.gov' });
    const html = body.toString();
    for (const [, attributes = '', text = ''] of html.matchAll(script)) if (!data.test(attributes)) scripts.add(hashSource(text));
    for (const [, text = ''] of html.matchAll(style)) styles.add(hashSource(text));
  }
  return { scripts: [...scripts].sort(), styles: [...styles].sort() };
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
