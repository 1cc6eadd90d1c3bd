import { createHash } from 'node:crypto';
import type { PreviewWords } from '../../admin/preview/words.ts';
import type { Locale } from '../../library/locales.ts';
import { escaped, previewHeaders, sandbox } from './safePage.ts';

const style =
  'html,body{margin:0;block-size:100%;overflow:hidden}iframe{position:absolute;inset:0;inline-size:100%;block-size:100%;border:0;background:#fff}iframe.coming{visibility:hidden}';

/**
 * After each save, which Payload's live preview announces, the page is loaded anew behind the one that is shown, and takes its place where the reader was.
 * Where the publisher did not answer, it is asked again by and by.
 * https://payloadcms.com/docs/live-preview/server names the messages.
 */
const script = `
const owner = window.opener ?? (window.parent === window ? null : window.parent);
let shown = document.querySelector('iframe');
let coming;
function renew() {
  coming?.remove();
  const frame = shown.cloneNode();
  coming = frame;
  frame.className = 'coming';
  frame.addEventListener('load', () => {
    if (frame !== coming) return;
    const { scrollX, scrollY } = shown.contentDocument ? shown.contentWindow : window;
    frame.contentWindow?.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    frame.className = '';
    shown.remove();
    shown = frame;
    coming = undefined;
    tryAgain();
  });
  document.body.append(frame);
}
function tryAgain() {
  if (shown.contentDocument?.querySelector('[data-try-again]')) setTimeout(() => coming ?? renew(), 3000);
}
shown.addEventListener('load', tryAgain, { once: true });
window.addEventListener('message', ({ origin, source, data }) => {
  if (origin === location.origin && source === owner && data?.type === 'payload-document-event') renew();
});
owner?.postMessage({ type: 'payload-live-preview', ready: true }, location.origin);
`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What stands beside the form: a page of ours, with a script of ours, around the page that is previewed, which runs none. */
export function frame(address: string, language: Locale, words: PreviewWords): Response {
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(words.frame)}</title><style>${style}</style></head><body><iframe title="${escaped(words.frame)}" src="${escaped(address)}" sandbox="${sandbox}"></iframe><script>${script}</script></body></html>`;
  return new Response(html, {
    headers: {
      ...previewHeaders({ framed: true }),
      'Content-Security-Policy': `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
    },
  });
}
