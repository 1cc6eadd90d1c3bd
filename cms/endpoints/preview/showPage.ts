import { previewWordsIn } from '../../admin/preview/words.ts';
import { readEnv } from '../../env.ts';
import type { Locale } from '../../library/locales.ts';
import type { PublicCollection } from '../../library/sections.ts';
import { askPublisher, type PublisherAnswer } from './askPublisher.ts';
import { plainPage } from './plainPage.ts';
import { previewHeaders, safePage } from './safePage.ts';

export interface ShownDraft {
  collection: PublicCollection;
  id: string;
  locale: Locale;
  version?: string;
}

interface How {
  /** Where the page finds what it brings along. */
  base: string;
  framed: boolean;
  banner?: string;
  /** Below `base`, the file that this draft hands out, if it is one that does. */
  handout: string;
}

/** The draft as the publisher prints it, safe to show; or why there is none. */
export async function showPage(draft: ShownDraft, how: How, instead: (answer: Extract<PublisherAnswer, { ok: false }>) => Response): Promise<Response> {
  const answer = await askPublisher('/render', draft);
  if (!answer.ok) return instead(answer);
  const { handout, ...around } = how;
  const ofMaterial = draft.collection === 'materials' ? { handout } : {};
  const html = safePage(new TextDecoder().decode(answer.bytes), { origin: readEnv().SITE_URL, ...around, ...ofMaterial });
  return new Response(html, { headers: previewHeaders(how) });
}

/** Why there is no page, for staff, in the language of their admin. */
export function sayWhy({ status, reason, problem }: Extract<PublisherAnswer, { ok: false }>, language: Locale): Response {
  const [title, sentence] = previewWordsIn(language).reasons[reason] ?? previewWordsIn(language).reasons.failed;
  const found = problem?.[language];
  return plainPage(status, [{ lang: language, title, sentences: found ? [found, sentence] : [sentence] }], { framed: true });
}

/** A style sheet, font or picture of a preview. Names change with content, so a browser may keep it; nobody between may. */
export async function showFile(folder: string, name: string): Promise<Response> {
  const answer = await askPublisher(`/files/${encodeURIComponent(folder)}/${encodeURIComponent(name)}`);
  return file(answer, { 'Cache-Control': 'private, max-age=86400, immutable' });
}

/** The file that a draft of a material hands out, to keep and to open, never to open here. */
export async function showHandout(draft: ShownDraft): Promise<Response> {
  return file(await askPublisher('/handout', draft), { 'Cache-Control': 'no-store', 'Content-Disposition': 'attachment' });
}

function file(answer: PublisherAnswer, headers: Record<string, string>): Response {
  const always = {
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex, nofollow',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
  if (!answer.ok) return new Response(null, { status: answer.status === 503 ? 503 : 404, headers: { ...always, 'Cache-Control': 'no-store' } });
  return new Response(answer.bytes, { headers: { ...always, ...headers, 'Content-Type': answer.type } });
}
