import { createHash } from 'node:crypto';
import { locales } from '../../library/locales.ts';
import { sections } from '../../library/sections.ts';

const style = `
body>.preview-banner{margin:0;padding:.75rem 1rem;background:#fbeccb;color:#2b2417;border-block-end:2px solid #b8790a;font:600 1.0625rem/1.4 system-ui,sans-serif;text-align:center}
`;
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** A page may open links in a tab of its own. It may not run scripts, send forms, or take the window that shows it elsewhere. */
export const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

interface Around {
  /** Where the page finds what it brings along. */
  base: string;
  /** The site, to which links lead in a tab of their own. */
  origin: string;
  /** What stands above the page. */
  banner?: string;
  /** Where the file of this very material is, which the site does not have yet. */
  handout?: string;
}

const handoutLink = new RegExp(`(<a\\b[^>]*\\bhref=")/(?:${locales.map((locale) => `${locale}/${sections.materials[locale]}`).join('|')})/\\w+\\.\\w+"`, 'g');

/** A printed page made fit to be shown by the admin. */
export function safePage(html: string, { base, origin, banner, handout }: Around): string {
  return (handout ? html.replaceAll(handoutLink, `$1${base}/${escaped(handout)}"`) : html)
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link\b[^>]*\brel="icon"[^>]*>/g, '')
    .replaceAll(/(["\s,])\/(assets|media)\/(?=[\w.-]+["\s])/g, `$1${base}/files/$2/`)
    .replaceAll(/(<a\b[^>]*\bhref=")(\/(?!preview\/)[^"]*)"/g, `$1${origin}$2"`)
    .replaceAll(/<a\b(?=[^>]*\bhref="#)/g, '<a target="_self"')
    .replace(/<head>/, `<head><base target="_blank"><meta name="robots" content="noindex, nofollow">${banner ? `<style>${style}</style>` : ''}`)
    .replace(/<body[^>]*>/, (body) => (banner ? `${body}<p class="preview-banner" role="note">${escaped(banner)}</p>` : body));
}

/** The headers of a preview, whatever it says. `framed` by the admin's own form, or by nobody. */
export function previewHeaders({ framed, policy = {} }: { framed: boolean; policy?: Record<string, string> }): Record<string, string> {
  const directives = {
    'default-src': "'none'",
    'script-src': "'none'",
    'style-src': `'self' ${styleHash}`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': framed ? "'self'" : "'none'",
    sandbox,
    ...policy,
  };
  return {
    'Content-Security-Policy': Object.entries(directives)
      .map(([name, sources]) => `${name} ${sources}`)
      .join('; '),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': framed ? 'SAMEORIGIN' : 'DENY',
    'X-Robots-Tag': 'noindex, nofollow',
  };
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
