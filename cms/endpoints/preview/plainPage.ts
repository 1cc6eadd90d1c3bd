import { createHash } from 'node:crypto';
import type { Locale } from '../../library/locales.ts';
import { escaped, previewHeaders } from './safePage.ts';

const style =
  'body{margin:0;padding:12vh 1.5rem 2rem;background:#fbf8f2;color:#23201b;font:1.125rem/1.55 system-ui,sans-serif}main{max-width:34rem;margin:auto}h1{font-size:1.5rem;line-height:1.3}hr{border:0;border-block-start:1px solid #cdc4b4;margin:2rem 0}code{font:inherit;overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{background:#1d1b18;color:#f2ede4}}';
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

interface Saying {
  lang: Locale;
  title: string;
  sentences: readonly string[];
}

/** A page of a sentence or two, where there is no other to show; in both languages where the reader's is not known. After 503 the frame beside a form asks again. */
export function plainPage(status: number, sayings: readonly Saying[], { framed }: { framed: boolean }): Response {
  const parts = sayings.map(
    ({ lang, title, sentences }) =>
      `<section lang="${lang}"><h1>${escaped(title)}</h1>${sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('')}</section>`,
  );
  const html = `<!doctype html><html lang="${sayings[0]?.lang ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(sayings[0]?.title ?? '')}</title><style>${style}</style></head><body><main${status === 503 ? ' data-try-again' : ''}>${parts.join('<hr>')}</main></body></html>`;
  return new Response(html, { status, headers: previewHeaders({ framed, policy: { 'style-src': styleHash } }) });
}
