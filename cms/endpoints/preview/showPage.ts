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
}

/** The draft as the publisher prints it, safe to show; or why there is none. */
export async function showPage(draft: ShownDraft, how: How, instead: (answer: Extract<PublisherAnswer, { ok: false }>) => Response): Promise<Response> {
  const answer = await askPublisher('/render', draft);
  if (!answer.ok) return instead(answer);
  const html = safePage(new TextDecoder().decode(answer.bytes), { origin: readEnv().SITE_URL, ...how });
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
  const headers = { 'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' };
  if (!answer.ok) return new Response(null, { status: answer.status === 503 ? 503 : 404, headers: { ...headers, 'Cache-Control': 'no-store' } });
  return new Response(answer.bytes, {
    headers: {
      ...headers,
      'Content-Type': answer.type,
      'Cache-Control': 'private, max-age=86400, immutable',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
